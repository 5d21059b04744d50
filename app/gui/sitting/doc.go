// Package sitting holds the dialogs about a sitting of the exam: how it went, and when to sit it again. They are opened from Today.
package sitting
