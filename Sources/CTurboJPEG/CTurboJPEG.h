// SPDX-License-Identifier: Apache-2.0
//
// Debian's libturbojpeg0-dev (libjpeg-turbo 2.1), wrapped by Faces alone.
#ifndef CERMAT_CTURBOJPEG_H
#define CERMAT_CTURBOJPEG_H

#include <turbojpeg.h>

#endif
