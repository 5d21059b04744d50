package widgets

import "testing"

func TestColumnsAreEven(t *testing.T) {
	for _, c := range []struct{ n, fit, want int }{
		{7, 7, 7}, {7, 9, 7}, {7, 6, 4}, {7, 4, 4}, {7, 3, 3}, {7, 2, 2}, {7, 1, 1}, {6, 5, 3}, {5, 4, 3}, {3, 2, 2}, {1, 4, 1}, {4, 0, 1}, {0, 3, 1},
	} {
		if got := evenColumns(c.n, c.fit); got != c.want {
			t.Errorf("%d objects where %d fit stand in %d columns, want %d", c.n, c.fit, got, c.want)
		}
	}
}
