package exchange

import "reflect"

// plainZeros turns every zero with a minus sign, which JSON can say and a table does not keep, into the plain one.
func plainZeros(v reflect.Value) {
	switch v.Kind() {
	case reflect.Float64:
		if v.CanSet() {
			v.SetFloat(v.Float() + 0) // -0 + 0 is 0
		}
	case reflect.Pointer:
		if !v.IsNil() {
			plainZeros(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			plainZeros(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		if k := v.Type().Elem().Kind(); k == reflect.String || k == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			plainZeros(v.Index(i))
		}
	}
}
