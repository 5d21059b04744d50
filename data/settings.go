package data

import (
	"context"
	"fmt"

	"milepost/planner"
)

var settingTable = table{"setting", []string{"key"}, []string{"value"}}

// Setting is a setting kept in the data file; "" when it was never set.
func (s *Store) Setting(ctx context.Context, key string) (value string, err error) {
	err = s.reading(ctx, "a setting", func(q queryer) error {
		return orNone(q.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", key).Scan(&value))
	})
	return value, err
}

// SettingsOf are the settings whose keys begin with a prefix, by what follows it.
func (s *Store) SettingsOf(ctx context.Context, prefix string) (map[string]string, error) {
	out := make(map[string]string)
	err := s.reading(ctx, "settings", func(q queryer) error {
		return each(ctx, q, func(scan func(...any) error) error {
			var key, value string
			if err := scan(&key, &value); err != nil {
				return err
			}
			out[key[len(prefix):]] = value
			return nil
		}, "SELECT key, value FROM setting WHERE substr(key, 1, length(?1)) = ?1", prefix)
	})
	return out, err
}

// SetSetting stores a setting; "" removes it. Settings are no part of undo: undoing a deleted mock must not move the window.
func (t *Tx) SetSetting(key, value string) error {
	if err := first(checkID("key", key), planner.CheckText("value", value, planner.MaxTextRunes)); err != nil {
		return err
	}
	if value == "" {
		_, err := t.remove(settingTable, key)
		return err
	}
	if err := t.put(settingTable, row{key, value}); err != nil {
		return fmt.Errorf("save the setting %q: %w", key, err)
	}
	return nil
}
