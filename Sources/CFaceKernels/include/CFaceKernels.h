// SPDX-License-Identifier: Apache-2.0
//
// Exact search over face templates of 128 signed bytes. Three forms of one computation; all give the same integers.
//
// Layout: 16 templates make a block of 2,048 bytes. Byte `64 * g + 4 * t + b` of a block is byte `4 * g + b` of template
// `t`, plus 128 (so unsigned), so that one register holds the same four bytes of 16 templates.
//
// Beside each block stands a narrow form of half the size, four bits for each byte. Since
//     q.x = q.y + q.(x - y) <= q.y + |q| |x - y|        (Cauchy and Schwarz)
// for any y, a probe q whose product with the narrow form y stays far enough below what is sought needs not read x at
// all, and the result is provably the one of reading everything.
#ifndef CERMAT_CFACEKERNELS_H
#define CERMAT_CFACEKERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
    cermat_face_template_bytes = 128,
    cermat_face_block_templates = 16,
    cermat_face_block_bytes = 2048,
    cermat_face_narrow_bytes = 1024,
};

/// One template that reached the threshold.
typedef struct {
    int32_t score;
    uint32_t index;
} cermat_face_hit;

/// How a block was narrowed: a code u (0...15) stands for the number (2 u - 15) * step / 2, and byte `64 * g + 4 * t + b`
/// of the codes holds those of bytes `8 * g + b` (low half) and `8 * g + 4 + b` (high half) of template `t`. A step of 0 says that it was not, and the block is always read.
typedef struct {
    uint16_t step;
    /// Twice the greatest length of what the codes leave out of a template, rounded up.
    uint16_t rest;
} cermat_face_bound;

/// The narrow forms of a gallery, one of each for every block.
typedef struct {
    const uint8_t *codes;
    const cermat_face_bound *bounds;
} cermat_face_narrow;

/// The best form for this processor: 0 plain C, 1 AVX2, 2 AVX-512 with VNNI.
int cermat_face_best_level(void);

/// Makes the narrow form of a block of 2,048 bytes: 1,024 bytes of codes and the bound.
cermat_face_bound cermat_face_narrow_block(const uint8_t *block, uint8_t *codes);

/// Compares every probe with templates `first ..< first + count` (`first` a multiple of 16) and keeps the `keep` best of
/// each whose score (the integer dot product) is at least `threshold`, best first, equal scores by lower index.
/// `hits` has room for `probe_count * keep`; `found` says how many of each are filled. `blocks` is the whole gallery, and
/// `narrow` its narrow form or null; the result is the same. Eight probes at a time share what they read, so the narrow
/// form serves the others. Reads nothing outside of the blocks that hold the range. `level` must not exceed
/// `cermat_face_best_level()`.
void cermat_face_scan(int level, const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t first, uint32_t count,
                      const int8_t *probes, size_t probe_count, int32_t threshold, uint32_t keep, cermat_face_hit *hits,
                      uint32_t *found);

#endif
