// SPDX-License-Identifier: Apache-2.0
#include "scan.h"

enum {
    groups = cermat_face_template_bytes / 4,
    /// Probes that share the load of a block's bytes.
    together = 8,
    /// Probes whose state is kept at once; more of them pass again over the gallery.
    wave = 64,
};

/// Adds a hit; templates come in the order of their index, so an equal score goes behind.
static void keep_hit(cermat_face_best *best, uint32_t keep, int32_t score, uint32_t index) {
    uint32_t place = best->count < keep ? best->count++ : keep - 1;
    while (place > 0 && best->hits[place - 1].score < score) {
        best->hits[place] = best->hits[place - 1];
        place--;
    }
    best->hits[place] = (cermat_face_hit){score, index};
    if (best->count == keep && best->hits[keep - 1].score > best->floor) best->floor = best->hits[keep - 1].score;
}

void cermat_face_take_lanes(uint32_t mask, const int32_t *scores, cermat_face_best *best, uint32_t keep, uint32_t index,
                            uint32_t end) {
    while (mask) {
        const uint32_t lane = (uint32_t)__builtin_ctz(mask);
        mask &= mask - 1;
        if (index + lane < end && scores[lane] > best->floor) keep_hit(best, keep, scores[lane], index + lane);
    }
}

/// The share of a score that comes of the 128 that every stored byte carries.
static inline int32_t offset_of(const cermat_face_best *best) { return -128 * best->sum; }

static inline const uint8_t *block_at(const uint8_t *blocks, uint32_t index) {
    return blocks + (size_t)(index / lanes) * cermat_face_block_bytes;
}

static void whole_plain(const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best, uint32_t keep) {
    int32_t scores[lanes];
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = block_at(blocks, index);
        for (int lane = 0; lane < lanes; lane++) {
            int32_t sum = offset_of(best);
            for (int group = 0; group < groups; group++)
                for (int byte = 0; byte < 4; byte++)
                    sum += (int32_t)block[64 * group + 4 * lane + byte] * best->probe[4 * group + byte];
            scores[lane] = sum;
        }
        cermat_face_take_lanes(0xFFFF, scores, best, keep, index, end);
    }
}

#if defined(__x86_64__)

/// Unsigned times signed bytes overflow 16 bits when paired, so even and odd bytes are widened and multiplied apart.
CERMAT_AVX2 static void whole_avx2(const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best,
                                   uint32_t keep) {
    const __m256i low = _mm256_set1_epi16(0x00FF);
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = block_at(blocks, index);
        __m256i left = _mm256_set1_epi32(offset_of(best)), right = left;
        for (int group = 0; group < groups; group++) {
            const __m256i word = _mm256_set1_epi32(cermat_face_four(best->probe + 4 * group));
            const __m256i even = _mm256_srai_epi16(_mm256_slli_epi16(word, 8), 8);
            const __m256i odd = _mm256_srai_epi16(word, 8);
            const __m256i a = _mm256_loadu_si256((const __m256i *)(block + 64 * group));
            const __m256i b = _mm256_loadu_si256((const __m256i *)(block + 64 * group + 32));
            left = _mm256_add_epi32(left, _mm256_madd_epi16(_mm256_and_si256(a, low), even));
            left = _mm256_add_epi32(left, _mm256_madd_epi16(_mm256_srli_epi16(a, 8), odd));
            right = _mm256_add_epi32(right, _mm256_madd_epi16(_mm256_and_si256(b, low), even));
            right = _mm256_add_epi32(right, _mm256_madd_epi16(_mm256_srli_epi16(b, 8), odd));
        }
        const __m256i floor = _mm256_set1_epi32(best->floor);
        uint32_t mask = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(left, floor)));
        mask |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(right, floor))) << 8;
        if (mask) {
            int32_t scores[lanes];
            _mm256_storeu_si256((__m256i *)scores, left);
            _mm256_storeu_si256((__m256i *)(scores + 8), right);
            cermat_face_take_lanes(mask, scores, best, keep, index, end);
        }
    }
}

CERMAT_VNNI static inline void vnni_lanes(__m512i sum, cermat_face_best *best, uint32_t keep, uint32_t index,
                                          uint32_t end) {
    const uint32_t mask = _mm512_cmpgt_epi32_mask(sum, _mm512_set1_epi32(best->floor));
    if (__builtin_expect(mask != 0, 0)) {
        int32_t scores[lanes];
        _mm512_storeu_si512(scores, sum);
        cermat_face_take_lanes(mask, scores, best, keep, index, end);
    }
}

/// One probe: four independent sums hide the latency of the multiplication.
CERMAT_VNNI static void whole_vnni(const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best,
                                   uint32_t keep) {
    for (uint32_t index = first; index < end; index += lanes) {
        const uint8_t *block = block_at(blocks, index);
        __m512i sums[4] = {_mm512_set1_epi32(offset_of(best)), _mm512_setzero_si512(), _mm512_setzero_si512(),
                           _mm512_setzero_si512()};
        // The processor's own read-ahead stops at each page of 4 KiB.
        if (index + lanes < end)
            for (int line = 0; line < groups; line++) _mm_prefetch((const char *)block + 8192 + 64 * line, _MM_HINT_T0);
#pragma clang loop unroll(full)
        for (int group = 0; group < groups; group++)
            sums[group % 4] = _mm512_dpbusd_epi32(sums[group % 4], _mm512_loadu_si512(block + 64 * group),
                                                  _mm512_set1_epi32(cermat_face_four(best->probe + 4 * group)));
        const __m512i sum =
            _mm512_add_epi32(_mm512_add_epi32(sums[0], sums[1]), _mm512_add_epi32(sums[2], sums[3]));
        vnni_lanes(sum, best, keep, index, end);
    }
}

/// Eight probes share each load of the gallery, and two blocks each load of the probes.
CERMAT_VNNI static void eight_vnni(const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best,
                                   uint32_t keep) {
    uint32_t index = first;
    for (; index + lanes < end; index += 2 * lanes) {
        const uint8_t *block = block_at(blocks, index);
        __m512i one[together], two[together];
#pragma clang loop unroll(full)
        for (int probe = 0; probe < together; probe++) one[probe] = two[probe] = _mm512_set1_epi32(offset_of(&best[probe]));
#pragma clang loop unroll_count(2)
        for (int group = 0; group < groups; group++) {
            const __m512i near = _mm512_loadu_si512(block + 64 * group);
            const __m512i far = _mm512_loadu_si512(block + cermat_face_block_bytes + 64 * group);
#pragma clang loop unroll(full)
            for (int probe = 0; probe < together; probe++) {
                const __m512i word = _mm512_set1_epi32(cermat_face_four(best[probe].probe + 4 * group));
                one[probe] = _mm512_dpbusd_epi32(one[probe], near, word);
                two[probe] = _mm512_dpbusd_epi32(two[probe], far, word);
            }
        }
#pragma clang loop unroll(full)
        for (int probe = 0; probe < together; probe++) {
            vnni_lanes(one[probe], &best[probe], keep, index, end);
            vnni_lanes(two[probe], &best[probe], keep, index + lanes, end);
        }
    }
    if (index < end)
        for (int probe = 0; probe < together; probe++) whole_vnni(blocks, index, end, &best[probe], keep);
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

void cermat_face_whole(int level, const uint8_t *blocks, uint32_t first, uint32_t end, cermat_face_best *best,
                       uint32_t keep) {
#if defined(__x86_64__)
    if (level == 2) return whole_vnni(blocks, first, end, best, keep);
    if (level == 1) return whole_avx2(blocks, first, end, best, keep);
#endif
    (void)level;
    whole_plain(blocks, first, end, best, keep);
}

/// A wave of probes over one tile.
static void scan_tile(int level, const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t first, uint32_t end,
                      cermat_face_best *best, size_t count, uint32_t keep) {
    size_t probe = 0;
#if defined(__x86_64__)
    if (level == 2)
        for (; probe + together <= count; probe += together) eight_vnni(blocks, first, end, best + probe, keep);
#endif
    for (; probe < count; probe++) {
        if (narrow)
            cermat_face_narrow_first(level, blocks, narrow, first, end, &best[probe], keep);
        else
            cermat_face_whole(level, blocks, first, end, &best[probe], keep);
    }
}

/// A probe before its first template.
static cermat_face_best begin(const int8_t *probe, cermat_face_hit *hits, int32_t threshold) {
    int32_t sum = 0, squares = 0, length = 0;
    for (int index = 0; index < cermat_face_template_bytes; index++) {
        sum += probe[index];
        squares += probe[index] * probe[index];
    }
    while (length * length < squares) length++;
    const int32_t floor = threshold > INT32_MIN ? threshold - 1 : threshold;
    return (cermat_face_best){.probe = probe, .hits = hits, .floor = floor, .sum = sum, .length = length};
}

void cermat_face_scan(int level, const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t first, uint32_t count,
                      const int8_t *probes, size_t probe_count, int32_t threshold, uint32_t keep, cermat_face_hit *hits,
                      uint32_t *found) {
    for (size_t probe = 0; probe < probe_count; probe++) found[probe] = 0;
    if (keep == 0) return;
    const uint32_t end = first + count;
    for (size_t start = 0; start < probe_count; start += wave) {
        const size_t in_wave = probe_count - start < wave ? probe_count - start : wave;
        cermat_face_best best[wave];
        for (size_t probe = 0; probe < in_wave; probe++)
            best[probe] = begin(probes + (start + probe) * cermat_face_template_bytes, hits + (start + probe) * keep, threshold);
        for (uint32_t from = first; from < end;) {
            const uint32_t to = end - from > tile * lanes ? from + tile * lanes : end;
            scan_tile(level, blocks, narrow, from, to, best, in_wave, keep);
            from = to;
        }
        for (size_t probe = 0; probe < in_wave; probe++) found[start + probe] = best[probe].count;
    }
}
