// SPDX-License-Identifier: Apache-2.0
//
// What the files of this target share; nothing outside includes it.
#ifndef CERMAT_CFACEKERNELS_SCAN_H
#define CERMAT_CFACEKERNELS_SCAN_H

#include "CFaceKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define CERMAT_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))
#define CERMAT_AVX2 __attribute__((target("avx2")))
#endif

enum {
    lanes = cermat_face_block_templates,
    /// Blocks of a tile: all probes pass over it while it stays in the second-level cache (128 KiB).
    tile = 64,
};

/// One probe and what it has found so far.
typedef struct {
    const int8_t *probe;
    cermat_face_hit *hits;
    uint32_t count;
    /// The score that a further template must exceed.
    int32_t floor;
    /// The sum of the probe's bytes, and their length, rounded up.
    int32_t sum;
    int32_t length;
    /// Tiles that are still to be read whole, since the narrow form told too little.
    uint32_t whole;
} cermat_face_best;

/// Walks the lanes of a block that exceed the floor; the rest of a last block is not a template.
void cermat_face_take_lanes(uint32_t mask, const int32_t *scores, cermat_face_best *best, uint32_t keep, uint32_t index,
                            uint32_t end);

/// One probe over some templates, each byte read.
void cermat_face_whole(int level, const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best,
                       uint32_t keep);

/// One probe over one tile: the narrow form first, then the blocks that may hold a hit.
void cermat_face_narrow_first(int level, const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t first,
                              uint32_t end, cermat_face_best *best, uint32_t keep);

static inline int32_t cermat_face_four(const int8_t *bytes) {
    int32_t word;
    __builtin_memcpy(&word, bytes, 4);
    return word;
}

#endif
