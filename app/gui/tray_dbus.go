//go:build !windows && !darwin

package gui

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// trayPatience is how long the desktop may take to say whether it shows a tray; then it counts as one that does not.
const trayPatience = 300 * time.Millisecond

// deskHasTray asks the desktop whether something shows what stands in the tray
// (https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/).
func deskHasTray() bool {
	const watcher, path = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
	ctx, cancel := context.WithTimeout(context.Background(), trayPatience)
	defer cancel()
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer bus.Close()
	shown := false
	err = bus.Object(watcher, path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, watcher, "IsStatusNotifierHostRegistered").Store(&shown)
	return err == nil && shown
}
