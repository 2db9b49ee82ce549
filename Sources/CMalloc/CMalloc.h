// SPDX-License-Identifier: Apache-2.0
//
// glibc's settings of its allocator (mallopt(3), malloc_trim(3)), which Swift's Glibc module leaves out.
#ifndef CERMAT_CMALLOC_H
#define CERMAT_CMALLOC_H

#include <malloc.h>

#endif
