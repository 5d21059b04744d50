package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"milepost/data"
	"milepost/data/datatest"
)

// An action is saved as a whole, has a name, and can be undone.
func ExampleStore_Do() {
	ctx := context.Background()
	dir := must(os.MkdirTemp("", "example-"))
	defer os.RemoveAll(dir)
	store := must(data.Open(ctx, filepath.Join(dir, "study.milepost"), data.Options{Create: true, Now: datatest.Clock}))
	defer store.Close()

	study := datatest.Study("issmp")
	err := store.Do(ctx, "New study", func(tx *data.Tx) error {
		if err := tx.SaveStudy(study); err != nil {
			return err
		}
		return tx.SetOpenStudy(study.ID)
	})
	fmt.Println("saved:", err == nil)
	fmt.Println("undone:", must(store.Undo(ctx)))
	fmt.Println("studies left:", len(must(store.Studies(ctx))))
	// Output:
	// saved: true
	// undone: New study
	// studies left: 0
}

// A file that cannot be used is explained in words a person can act on.
func ExampleOpen() {
	dir := must(os.MkdirTemp("", "example-"))
	defer os.RemoveAll(dir)
	_, err := data.Open(context.Background(), filepath.Join(dir, "none.milepost"), data.Options{Now: datatest.Clock})
	var bad *data.OpenError
	if errors.As(err, &bad) {
		fmt.Println(bad.Kind, "-", bad.Advice)
	}
	// Output: missing - Check the path, or set up a new study to make the file.
}
