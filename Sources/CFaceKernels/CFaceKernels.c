// SPDX-License-Identifier: Apache-2.0
#include "CFaceKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum {
    groups = cermat_face_template_bytes / 4,
    lanes = cermat_face_block_templates,
    /// Probes that share the load of a block's bytes.
    together = 8,
    /// Blocks that stay in the second-level cache while all probes pass over them: 128 KiB.
    tile = 64,
};

/// What one probe has found so far; `floor` is the score that a further template must exceed.
typedef struct {
    cermat_face_hit *hits;
    uint32_t count;
    int32_t floor;
} best_t;

/// Adds a hit; templates come in the order of their index, so an equal score goes behind.
static void keep_hit(best_t *best, uint32_t keep, int32_t score, uint32_t index) {
    uint32_t place = best->count < keep ? best->count++ : keep - 1;
    while (place > 0 && best->hits[place - 1].score < score) {
        best->hits[place] = best->hits[place - 1];
        place--;
    }
    best->hits[place] = (cermat_face_hit){score, index};
    if (best->count == keep && best->hits[keep - 1].score > best->floor) best->floor = best->hits[keep - 1].score;
}

/// The probe's share of the 128 that every stored byte carries.
static int32_t offset_of(const int8_t *probe) {
    int32_t sum = 0;
    for (int index = 0; index < cermat_face_template_bytes; index++) sum += probe[index];
    return -128 * sum;
}

static void block_plain(const uint8_t *block, const int8_t *const *probes, const int32_t *offsets, size_t count,
                        int32_t scores[together][lanes]) {
    for (size_t probe = 0; probe < count; probe++) {
        for (int lane = 0; lane < lanes; lane++) {
            int32_t sum = offsets[probe];
            for (int group = 0; group < groups; group++)
                for (int byte = 0; byte < 4; byte++)
                    sum += (int32_t)block[64 * group + 4 * lane + byte] * probes[probe][4 * group + byte];
            scores[probe][lane] = sum;
        }
    }
}

/// Walks the lanes of a block that exceed the floor; the rest of a last block is not a template.
static inline void take_lanes(uint32_t mask, const int32_t *scores, best_t *best, uint32_t keep, uint32_t index,
                              uint32_t end) {
    while (mask) {
        uint32_t lane = (uint32_t)__builtin_ctz(mask);
        mask &= mask - 1;
        if (index + lane < end && scores[lane] > best->floor) keep_hit(best, keep, scores[lane], index + lane);
    }
}

static void tile_plain(const uint8_t *blocks, uint32_t first, uint32_t end, const int8_t *const *probes,
                       const int32_t *offsets, size_t count, best_t *best, uint32_t keep) {
    int32_t scores[together][lanes];
    for (uint32_t index = first; index < end; index += lanes) {
        block_plain(blocks + (size_t)(index / lanes) * cermat_face_block_bytes, probes, offsets, count, scores);
        for (size_t probe = 0; probe < count; probe++)
            take_lanes(0xFFFF, scores[probe], &best[probe], keep, index, end);
    }
}

#if defined(__x86_64__)

static inline int32_t four_bytes(const int8_t *bytes) {
    int32_t word;
    __builtin_memcpy(&word, bytes, 4);
    return word;
}

/// Unsigned times signed bytes overflow 16 bits when paired, so even and odd bytes are widened and multiplied apart.
__attribute__((target("avx2"))) static void tile_avx2(const uint8_t *blocks, uint32_t first, uint32_t end,
                                                      const int8_t *const *probes, const int32_t *offsets, size_t count,
                                                      best_t *best, uint32_t keep) {
    const __m256i low = _mm256_set1_epi16(0x00FF);
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = blocks + (size_t)(index / lanes) * cermat_face_block_bytes;
        for (size_t probe = 0; probe < count; probe++) {
            __m256i left = _mm256_set1_epi32(offsets[probe]), right = left;
            for (int group = 0; group < groups; group++) {
                const __m256i word = _mm256_set1_epi32(four_bytes(probes[probe] + 4 * group));
                const __m256i even = _mm256_srai_epi16(_mm256_slli_epi16(word, 8), 8);
                const __m256i odd = _mm256_srai_epi16(word, 8);
                const __m256i a = _mm256_loadu_si256((const __m256i *)(block + 64 * group));
                const __m256i b = _mm256_loadu_si256((const __m256i *)(block + 64 * group + 32));
                left = _mm256_add_epi32(left, _mm256_madd_epi16(_mm256_and_si256(a, low), even));
                left = _mm256_add_epi32(left, _mm256_madd_epi16(_mm256_srli_epi16(a, 8), odd));
                right = _mm256_add_epi32(right, _mm256_madd_epi16(_mm256_and_si256(b, low), even));
                right = _mm256_add_epi32(right, _mm256_madd_epi16(_mm256_srli_epi16(b, 8), odd));
            }
            const __m256i floor = _mm256_set1_epi32(best[probe].floor);
            uint32_t mask = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(left, floor)));
            mask |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(right, floor))) << 8;
            if (mask) {
                int32_t scores[lanes];
                _mm256_storeu_si256((__m256i *)scores, left);
                _mm256_storeu_si256((__m256i *)(scores + 8), right);
                take_lanes(mask, scores, &best[probe], keep, index, end);
            }
        }
    }
}

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

VNNI static inline void vnni_lanes(__m512i sum, best_t *best, uint32_t keep, uint32_t index, uint32_t end) {
    const uint32_t mask = _mm512_cmpgt_epi32_mask(sum, _mm512_set1_epi32(best->floor));
    if (__builtin_expect(mask != 0, 0)) {
        int32_t scores[lanes];
        _mm512_storeu_si512(scores, sum);
        take_lanes(mask, scores, best, keep, index, end);
    }
}

/// One probe: four independent sums hide the latency of the multiplication.
VNNI static void tile_vnni_one(const uint8_t *blocks, uint32_t first, uint32_t end, const int8_t *probe, int32_t offset,
                               best_t *best, uint32_t keep) {
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = blocks + (size_t)(index / lanes) * cermat_face_block_bytes;
        __m512i sums[4] = {_mm512_set1_epi32(offset), _mm512_setzero_si512(), _mm512_setzero_si512(),
                           _mm512_setzero_si512()};
        // The processor's own read-ahead stops at each page of 4 KiB.
        for (int line = 0; line < 32; line++) _mm_prefetch((const char *)block + 8192 + 64 * line, _MM_HINT_T0);
#pragma clang loop unroll(full)
        for (int group = 0; group < groups; group++)
            sums[group % 4] = _mm512_dpbusd_epi32(sums[group % 4], _mm512_loadu_si512(block + 64 * group),
                                                  _mm512_set1_epi32(four_bytes(probe + 4 * group)));
        const __m512i sum =
            _mm512_add_epi32(_mm512_add_epi32(sums[0], sums[1]), _mm512_add_epi32(sums[2], sums[3]));
        vnni_lanes(sum, best, keep, index, end);
    }
}

/// Eight probes share each load of the gallery.
VNNI static void tile_vnni_eight(const uint8_t *blocks, uint32_t first, uint32_t end, const int8_t *const *probes,
                                 const int32_t *offsets, best_t *best, uint32_t keep) {
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = blocks + (size_t)(index / lanes) * cermat_face_block_bytes;
        __m512i sums[together];
#pragma clang loop unroll(full)
        for (int probe = 0; probe < together; probe++) sums[probe] = _mm512_set1_epi32(offsets[probe]);
#pragma clang loop unroll_count(4)
        for (int group = 0; group < groups; group++) {
            const __m512i bytes = _mm512_loadu_si512(block + 64 * group);
#pragma clang loop unroll(full)
            for (int probe = 0; probe < together; probe++)
                sums[probe] = _mm512_dpbusd_epi32(sums[probe], bytes,
                                                  _mm512_set1_epi32(four_bytes(probes[probe] + 4 * group)));
        }
#pragma clang loop unroll(full)
        for (int probe = 0; probe < together; probe++) vnni_lanes(sums[probe], &best[probe], keep, index, end);
    }
}

static void tile_vnni(const uint8_t *blocks, uint32_t first, uint32_t end, const int8_t *const *probes,
                      const int32_t *offsets, size_t count, best_t *best, uint32_t keep) {
    if (count == together) {
        tile_vnni_eight(blocks, first, end, probes, offsets, best, keep);
        return;
    }
    for (size_t probe = 0; probe < count; probe++)
        tile_vnni_one(blocks, first, end, probes[probe], offsets[probe], &best[probe], keep);
}

#endif

int cermat_face_best_level(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
        return 2;
    if (__builtin_cpu_supports("avx2")) return 1;
#endif
    return 0;
}

/// One group of at most eight probes over one tile.
static void scan_tile(int level, const uint8_t *blocks, uint32_t first, uint32_t end, const int8_t *const *probes,
                      const int32_t *offsets, size_t count, best_t *best, uint32_t keep) {
#if defined(__x86_64__)
    if (level == 2) return tile_vnni(blocks, first, end, probes, offsets, count, best, keep);
    if (level == 1) return tile_avx2(blocks, first, end, probes, offsets, count, best, keep);
#endif
    (void)level;
    tile_plain(blocks, first, end, probes, offsets, count, best, keep);
}

void cermat_face_scan(int level, const uint8_t *blocks, uint32_t first, uint32_t count, const int8_t *probes,
                      size_t probe_count, int32_t threshold, uint32_t keep, cermat_face_hit *hits, uint32_t *found) {
    for (size_t probe = 0; probe < probe_count; probe++) found[probe] = 0;
    if (keep == 0) return;
    const uint32_t end = first + count;
    // A wave of probes keeps its state on the stack; more waves pass again over the gallery.
    enum { wave = 64 };
    for (size_t start = 0; start < probe_count; start += wave) {
        const size_t in_wave = probe_count - start < wave ? probe_count - start : wave;
        best_t best[wave];
        int32_t offsets[wave];
        const int8_t *places[wave];
        for (size_t probe = 0; probe < in_wave; probe++) {
            places[probe] = probes + (start + probe) * cermat_face_template_bytes;
            offsets[probe] = offset_of(places[probe]);
            best[probe] = (best_t){hits + (start + probe) * keep, 0, threshold > INT32_MIN ? threshold - 1 : threshold};
        }
        for (uint32_t from = first; from < end;) {
            const uint32_t to = end - from > tile * lanes ? from + tile * lanes : end;
            for (size_t probe = 0; probe < in_wave; probe += together) {
                const size_t in_group = in_wave - probe < together ? in_wave - probe : together;
                scan_tile(level, blocks, from, to, places + probe, offsets + probe, in_group, best + probe, keep);
            }
            from = to;
        }
        for (size_t probe = 0; probe < in_wave; probe++) found[start + probe] = best[probe].count;
    }
}
