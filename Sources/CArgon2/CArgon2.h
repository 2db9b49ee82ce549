// SPDX-License-Identifier: Apache-2.0
//
// Debian's libargon2-dev (reference implementation 20171227, RFC 9106), wrapped by Safeguards alone.
#ifndef CERMAT_CARGON2_H
#define CERMAT_CARGON2_H

#include <argon2.h>

#endif
