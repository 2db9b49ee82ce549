// SPDX-License-Identifier: Apache-2.0
#include "scan.h"

enum {
    narrow_lines = cermat_face_narrow_bytes / 64,
    /// Tiles that are read whole after one in which the narrow form spared less than half of the blocks.
    whole_tiles = 8,
};

/// The least integer whose square is at least `value`.
static uint32_t root_up(uint64_t value) {
    uint32_t root = (uint32_t)__builtin_sqrt((double)value);
    while ((uint64_t)root * root < value) root++;
    while (root > 0 && (uint64_t)(root - 1) * (root - 1) >= value) root--;
    return root;
}

cermat_face_bound cermat_face_narrow_block(const uint8_t *block, uint8_t *codes) {
    uint64_t squares = 0;
    for (int place = 0; place < cermat_face_block_bytes; place++) {
        const int32_t value = (int32_t)block[place] - 128;
        squares += (uint64_t)(value * value);
    }
    // Sixteen even steps serve a bell curve best at 0.335 of its width (Max 1960); any step keeps the bound true.
    const double width = __builtin_sqrt((double)squares / cermat_face_block_bytes);
    const int32_t step = width * 0.335 < 1 ? 1 : (int32_t)(width * 0.335 + 0.5);
    uint8_t code_of[256];
    uint16_t error_of[256];
    for (int32_t byte = 0; byte < 256; byte++) {
        // The code whose interval holds the value: floor(value / step) + 8, all terms made positive first.
        const int32_t value = byte - 128;
        const int32_t code = (value + 128 * step) / step - 120;
        code_of[byte] = (uint8_t)(code < 0 ? 0 : code > 15 ? 15 : code);
        error_of[byte] = (uint16_t)__builtin_abs(2 * value - (2 * code_of[byte] - 15) * step);
    }
    uint64_t left[lanes] = {0};
    for (int line = 0; line < narrow_lines; line++)
        for (int place = 0; place < 64; place++) {
            const uint8_t first = block[128 * line + place], second = block[128 * line + 64 + place];
            codes[64 * line + place] = (uint8_t)(code_of[first] | code_of[second] << 4);
            left[place / 4] += (uint64_t)error_of[first] * error_of[first] + (uint64_t)error_of[second] * error_of[second];
        }
    uint64_t most = 0;
    for (int lane = 0; lane < lanes; lane++) most = left[lane] > most ? left[lane] : most;
    return (cermat_face_bound){(uint16_t)step, (uint16_t)root_up(most)};
}

/// The product with the codes that must be exceeded for a template of the block to exceed the floor:
/// 2 q.x <= step (2 q.u - 15 sum(q)) + |q| rest, so 2 floor + 2 <= that, solved for q.u.
static inline int32_t limit_of(const cermat_face_best *best, cermat_face_bound bound) {
    const int64_t needed = 2 * (int64_t)best->floor + 1 - (int64_t)best->length * bound.rest +
                           15 * (int64_t)best->sum * bound.step;
    const int64_t unit = 2 * (int64_t)bound.step;
    int64_t limit = needed / unit;
    if (needed < 0 && limit * unit != needed) limit--;
    return limit < INT32_MIN ? INT32_MIN : limit > INT32_MAX ? INT32_MAX : (int32_t)limit;
}

static uint32_t lanes_plain(const uint8_t *codes, const int8_t *probe, int32_t limit) {
    uint32_t mask = 0;
    for (int lane = 0; lane < lanes; lane++) {
        int32_t sum = 0;
        for (int line = 0; line < narrow_lines; line++)
            for (int byte = 0; byte < 4; byte++) {
                const uint8_t both = codes[64 * line + 4 * lane + byte];
                sum += (both & 15) * probe[8 * line + byte] + (both >> 4) * probe[8 * line + 4 + byte];
            }
        mask |= (uint32_t)(sum > limit) << lane;
    }
    return mask;
}

#if defined(__x86_64__)

/// Eight products of codes (at most 15) with two bytes each stay within 16 bits.
CERMAT_AVX2 static uint32_t lanes_avx2(const uint8_t *codes, const int8_t *probe, int32_t limit) {
    const __m256i low = _mm256_set1_epi8(15), ones = _mm256_set1_epi16(1), least = _mm256_set1_epi32(limit);
    uint32_t mask = 0;
    for (int half = 0; half < 2; half++) {
        __m256i sum = _mm256_setzero_si256();
        for (int line = 0; line < narrow_lines; line += 4) {
            __m256i part = _mm256_setzero_si256();
#pragma clang loop unroll(full)
            for (int next = line; next < line + 4; next++) {
                const __m256i both = _mm256_loadu_si256((const __m256i *)(codes + 64 * next + 32 * half));
                const __m256i first = _mm256_and_si256(both, low);
                const __m256i second = _mm256_and_si256(_mm256_srli_epi16(both, 4), low);
                part = _mm256_add_epi16(
                    part, _mm256_maddubs_epi16(first, _mm256_set1_epi32(cermat_face_four(probe + 8 * next))));
                part = _mm256_add_epi16(
                    part, _mm256_maddubs_epi16(second, _mm256_set1_epi32(cermat_face_four(probe + 8 * next + 4))));
            }
            sum = _mm256_add_epi32(sum, _mm256_madd_epi16(part, ones));
        }
        mask |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(sum, least))) << (8 * half);
    }
    return mask;
}

CERMAT_VNNI static inline uint32_t lanes_vnni(const uint8_t *codes, const int8_t *probe, int32_t limit) {
    const __m512i low = _mm512_set1_epi8(15);
    __m512i sums[4] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512()};
#pragma clang loop unroll(full)
    for (int line = 0; line < narrow_lines; line++) {
        const __m512i both = _mm512_loadu_si512(codes + 64 * line);
        const __m512i first = _mm512_and_si512(both, low);
        const __m512i second = _mm512_and_si512(_mm512_srli_epi16(both, 4), low);
        const int at = line % 2 * 2;
        sums[at] = _mm512_dpbusd_epi32(sums[at], first, _mm512_set1_epi32(cermat_face_four(probe + 8 * line)));
        sums[at + 1] =
            _mm512_dpbusd_epi32(sums[at + 1], second, _mm512_set1_epi32(cermat_face_four(probe + 8 * line + 4)));
    }
    const __m512i sum = _mm512_add_epi32(_mm512_add_epi32(sums[0], sums[1]), _mm512_add_epi32(sums[2], sums[3]));
    return _mm512_cmpgt_epi32_mask(sum, _mm512_set1_epi32(limit));
}

#endif

/// A block that may hold a hit; its bytes are asked for now and read after the tile, when they have come.
static inline void note(const uint8_t *block, uint32_t number, uint32_t *open, uint32_t *count) {
    for (int line = 0; line < cermat_face_block_bytes / 64; line++) __builtin_prefetch(block + 64 * line);
    open[(*count)++] = number;
}

#define CERMAT_TILE(NAME, ATTRIBUTE, LANES)                                                                            \
    ATTRIBUTE static uint32_t NAME(const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t from, uint32_t to, \
                                   const cermat_face_best *best, uint32_t *open) {                                     \
        uint32_t count = 0;                                                                                            \
        for (uint32_t number = from; number < to; number++) {                                                          \
            const uint8_t *codes = narrow->codes + (size_t)number * cermat_face_narrow_bytes;                          \
            const cermat_face_bound bound = narrow->bounds[number];                                                    \
            for (int line = 0; line < narrow_lines; line++) __builtin_prefetch(codes + 8192 + 64 * line);              \
            if (bound.step == 0 || LANES(codes, best->probe, limit_of(best, bound)))                                   \
                note(blocks + (size_t)number * cermat_face_block_bytes, number, open, &count);                         \
        }                                                                                                              \
        return count;                                                                                                  \
    }

CERMAT_TILE(open_plain, , lanes_plain)
#if defined(__x86_64__)
CERMAT_TILE(open_avx2, CERMAT_AVX2, lanes_avx2)
CERMAT_TILE(open_vnni, CERMAT_VNNI, lanes_vnni)
#endif

void cermat_face_narrow_first(int level, const uint8_t *blocks, const cermat_face_narrow *narrow, uint32_t first,
                              uint32_t end, cermat_face_best *best, uint32_t keep) {
    if (best->whole > 0 || best->floor == INT32_MIN) {
        if (best->whole > 0) best->whole--;
        cermat_face_whole(level, blocks, first, end, best, keep);
        return;
    }
    uint32_t open[tile];
    const uint32_t from = first / lanes, to = (end + lanes - 1) / lanes;
    uint32_t count;
#if defined(__x86_64__)
    if (level == 2)
        count = open_vnni(blocks, narrow, from, to, best, open);
    else if (level == 1)
        count = open_avx2(blocks, narrow, from, to, best, open);
    else
#endif
        count = open_plain(blocks, narrow, from, to, best, open);
    for (uint32_t place = 0; place < count; place++) {
        const uint32_t start = open[place] * lanes;
        cermat_face_whole(level, blocks, start, end - start < lanes ? end : start + lanes, best, keep);
    }
    if (count * 2 > to - from) best->whole = whole_tiles;
}
