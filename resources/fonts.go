package resources

import _ "embed"

// The four weights of Inter as TrueType files: Latin, Greek and Cyrillic, with figures of one width.
// fonts/README.md says where they come from and what was changed.
var (
	//go:embed fonts/Inter-Regular.ttf
	FontRegular []byte
	//go:embed fonts/Inter-Medium.ttf
	FontMedium []byte
	//go:embed fonts/Inter-SemiBold.ttf
	FontSemiBold []byte
	//go:embed fonts/Inter-Bold.ttf
	FontBold []byte
)

// FontLicence is the SIL Open Font License 1.1 under which the typeface is passed on; the About window shows it.
//
//go:embed fonts/OFL.txt
var FontLicence string
