// SPDX-License-Identifier: Apache-2.0
//
// Exact search over face templates of 128 signed bytes. Three forms of one computation; all give the same integers.
//
// Layout: 16 templates make a block of 2,048 bytes. Byte `64 * g + 4 * t + b` of a block is byte `4 * g + b` of template
// `t`, plus 128 (so unsigned), so that one register holds the same four bytes of 16 templates.
#ifndef CERMAT_CFACEKERNELS_H
#define CERMAT_CFACEKERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
    cermat_face_template_bytes = 128,
    cermat_face_block_templates = 16,
    cermat_face_block_bytes = 2048,
};

/// One template that reached the threshold.
typedef struct {
    int32_t score;
    uint32_t index;
} cermat_face_hit;

/// The best form for this processor: 0 plain C, 1 AVX2, 2 AVX-512 with VNNI.
int cermat_face_best_level(void);

/// Compares every probe with templates `first ..< first + count` (`first` a multiple of 16) and keeps the `keep` best of
/// each whose score (the integer dot product) is at least `threshold`, best first, equal scores by lower index.
/// `hits` has room for `probe_count * keep`; `found` says how many of each are filled. `blocks` is the whole gallery.
/// Reads nothing outside of the blocks that hold the range. `level` must not exceed `cermat_face_best_level()`.
void cermat_face_scan(int level, const uint8_t *blocks, uint32_t first, uint32_t count, const int8_t *probes,
                      size_t probe_count, int32_t threshold, uint32_t keep, cermat_face_hit *hits, uint32_t *found);

#endif
