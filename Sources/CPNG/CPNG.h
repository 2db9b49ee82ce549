// SPDX-License-Identifier: Apache-2.0
//
// Debian's libpng-dev (libpng 1.6, its simplified interface, which needs no longjmp in the caller), wrapped by Faces alone.
#ifndef CERMAT_CPNG_H
#define CERMAT_CPNG_H

#include <png.h>

#endif
