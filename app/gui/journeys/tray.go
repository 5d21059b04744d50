package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// The names by which a desktop's tray and what stands in it find each other.
const (
	trayName = "org.kde.StatusNotifierWatcher"
	trayPath = "/StatusNotifierWatcher"
	menuName = "com.canonical.dbusmenu"
	menuPath = "/StatusNotifierItem/menu"
	itemName = "org.kde.StatusNotifierItem"
	itemPath = "/StatusNotifierItem"
)

// deskTray is a desktop's tray: it takes in what wants to stand there, and shows nothing.
type deskTray struct {
	bus  *dbus.Conn
	item atomic.Value // the sender of what stands there; string
}

// RegisterStatusNotifierItem is called by programs over the bus.
func (d *deskTray) RegisterStatusNotifierItem(_ string, from dbus.Sender) *dbus.Error {
	d.item.Store(string(from))
	return nil
}

// Get answers the one property that is asked for: somebody looks at the tray.
func (d *deskTray) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(true), nil
}

// startTray starts a bus of its own with a tray on it; env is what leads a program there.
func startTray(ctx context.Context, home string) (d *deskTray, env string, err error) {
	address := "unix:path=" + home + "/bus"
	bus := exec.CommandContext(ctx, "dbus-daemon", "--session", "--nofork", "--print-address", "--address="+address)
	out, err := bus.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	if err := bus.Start(); err != nil {
		return nil, "", fmt.Errorf("dbus-daemon: %w", err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil { // it prints its address once it listens
		return nil, "", fmt.Errorf("dbus-daemon: %w", err)
	}
	d = &deskTray{}
	d.item.Store("")
	if d.bus, err = dbus.Connect(address); err != nil {
		return nil, "", err
	}
	err = errors.Join(d.bus.Export(d, trayPath, trayName), d.bus.Export(d, trayPath, "org.freedesktop.DBus.Properties"))
	if err != nil {
		return nil, "", err
	}
	_, err = d.bus.RequestName(trayName, dbus.NameFlagDoNotQueue)
	return d, "DBUS_SESSION_BUS_ADDRESS=" + address, err
}

// menuLine is a line of a tray's menu as it comes over the bus: its number, its properties, and the lines below it.
type menuLine struct {
	ID         int32
	Properties map[string]dbus.Variant
	Below      []dbus.Variant
}

// press chooses the line of the menu that has this label.
func (d *deskTray) press(label string) error {
	menu := d.bus.Object(d.item.Load().(string), menuPath)
	var revision uint32
	var root menuLine
	if err := menu.Call(menuName+".GetLayout", 0, 0, -1, []string{}).Store(&revision, &root); err != nil {
		return err
	}
	var labels []string
	for _, below := range root.Below {
		var line menuLine
		if err := dbus.Store([]any{below.Value()}, &line); err != nil {
			return err
		}
		text, _ := line.Properties["label"].Value().(string) // a separator has none
		if text == label {
			return menu.Call(menuName+".Event", 0, line.ID, "clicked", dbus.MakeVariant(""), uint32(0)).Err
		}
		labels = append(labels, text)
	}
	return fmt.Errorf("the tray's menu has no %q; it has %q", label, labels)
}

// click clicks the icon.
func (d *deskTray) click() error {
	return d.bus.Object(d.item.Load().(string), itemPath).Call(itemName+".Activate", 0, 0, 0).Err
}

// trayed closes the window of a program that stands in the tray, opens it from its menu, by its icon and by a second start, and quits it there.
func trayed(b *bench, home string) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	desk, env, err := startTray(ctx, home)
	if err != nil {
		return err
	}
	defer desk.bus.Close()
	b.env = []string{env}
	defer func() { b.env = nil }()
	run, err := b.startOnSample(home, preferences{Tray: true})
	if err != nil {
		return err
	}
	closed := func() error {
		if err := run.keys("alt+F4"); err != nil {
			return err
		}
		return b.until("the window to be closed", func() bool { return run.shown() == "" })
	}
	shown := func() error { return b.until("the window to be open", func() bool { return run.shown() != "" }) }
	return steps(
		func() error {
			return b.until("the program to stand in the tray", func() bool { return desk.item.Load() != "" })
		},
		closed,
		func() error { return desk.press("Open Milepost") },
		shown,
		closed,
		desk.click,
		shown,
		closed,
		func() error { return run.startAgain() },
		shown,
		closed,
		func() error { return desk.press("Record a mock…") },
		shown,
		b.looked,
		func() error { return run.typeMock("Bank", []int{20, 14, 18, 13, 10, 14}) },
		func() error { return run.keys("ctrl+s") },
		func() error { return run.untilRows("select count(*) from mock", "7") },
		closed,
		func() error { return desk.press("Quit") },
		func() error { return run.gone(patience) },
		func() error { return run.cleanLog() },
	)
}
