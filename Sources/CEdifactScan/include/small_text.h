// SPDX-License-Identifier: Apache-2.0
// Short texts as Swift keeps them, sixteen bytes at a time by SSE2 (every x86-64), with a scalar reference.
#ifndef CEDIFACT_SMALL_TEXT_H
#define CEDIFACT_SMALL_TEXT_H
#include <stddef.h>
#include <stdint.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

/// The two words of a Swift text of up to fifteen ASCII bytes: the bytes in order, zeros, then the count and 0xE0.
typedef struct {
    /// `high` is 0 where the bytes make no such text.
    uint64_t low, high;
} cedifact_text;

/// The first sixteen from `16 - count` on keep `count` bytes.
static const uint8_t cedifact_keep[32] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

/// The scalar reference of `cedifact_upper` and `cedifact_plain`.
static inline cedifact_text cedifact_text_scalar(const uint8_t *from, size_t count, int plain) {
    uint64_t words[2] = {0, 0};
    if (count > 15) return (cedifact_text){0, 0};
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = from[i];
        if (byte >= 0x80 || (plain && (byte < '0' || byte > '`'))) return (cedifact_text){0, 0};
        if (byte >= 'a' && byte <= 'z') byte -= 32;
        words[i / 8] |= (uint64_t)byte << (i % 8 * 8);
    }
    return (cedifact_text){words[0], words[1] | (uint64_t)(0xE0 | count) << 56};
}

/// The text of a view in upper case; sixteen bytes may be loaded from its start.
static inline cedifact_text cedifact_upper(const uint8_t *from, size_t count) {
#if defined(__x86_64__)
    if (count > 15) return (cedifact_text){0, 0};
    const __m128i keep = _mm_loadu_si128((const __m128i *)(cedifact_keep + 16 - count));
    const __m128i v = _mm_and_si128(_mm_loadu_si128((const __m128i *)from), keep);
    if (_mm_movemask_epi8(v)) return (cedifact_text){0, 0};
    const __m128i lower = _mm_and_si128(
        _mm_cmpgt_epi8(v, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(v, _mm_set1_epi8('z' + 1)));
    const __m128i upper = _mm_sub_epi8(v, _mm_and_si128(lower, _mm_set1_epi8(32)));
    return (cedifact_text){
        (uint64_t)_mm_cvtsi128_si64(upper),
        (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(upper, upper)) | (uint64_t)(0xE0 | count) << 56};
#else
    return cedifact_text_scalar(from, count, 0);
#endif
}

/// The text of a view without blanks, hyphens, lower case and bytes beyond ASCII; sixteen bytes may be loaded.
static inline cedifact_text cedifact_plain(const uint8_t *from, size_t count) {
#if defined(__x86_64__)
    if (count > 15) return (cedifact_text){0, 0};
    const __m128i keep = _mm_loadu_si128((const __m128i *)(cedifact_keep + 16 - count));
    const __m128i v = _mm_and_si128(_mm_loadu_si128((const __m128i *)from), keep);
    // From '0' to '`', unsigned.
    const __m128i above = _mm_sub_epi8(v, _mm_set1_epi8('0'));
    const __m128i good = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8('`' - '0')), above);
    if (_mm_movemask_epi8(_mm_andnot_si128(good, keep))) return (cedifact_text){0, 0};
    return (cedifact_text){
        (uint64_t)_mm_cvtsi128_si64(v),
        (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(v, v)) | (uint64_t)(0xE0 | count) << 56};
#else
    return cedifact_text_scalar(from, count, 1);
#endif
}

/// Which of up to 64 bytes are ASCII letters and digits, a bit each.
typedef struct {
    uint64_t letters, digits;
} cedifact_words;

/// The scalar reference of `cedifact_find_words`.
static inline cedifact_words cedifact_find_words_scalar(const uint8_t *from, size_t count) {
    cedifact_words found = {0, 0};
    for (size_t i = 0; i < count; i++) {
        if ((uint8_t)((from[i] | 32) - 'a') < 26) found.letters |= (uint64_t)1 << i;
        if ((uint8_t)(from[i] - '0') < 10) found.digits |= (uint64_t)1 << i;
    }
    return found;
}

/// Letters and digits of up to 64 bytes; sixteen bytes may be loaded from the start of fewer.
static inline cedifact_words cedifact_find_words(const uint8_t *from, size_t count) {
#if defined(__x86_64__)
    cedifact_words found = {0, 0};
    for (size_t i = 0; i < count; i += 16) {
        // The last sixteen bytes are partly looked at again.
        const size_t at = count < 16 ? 0 : i + 16 > count ? count - 16 : i;
        const __m128i v = _mm_loadu_si128((const __m128i *)(from + at));
        const __m128i letter = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(32)), _mm_set1_epi8('a'));
        const __m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));
        const __m128i letters = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
        const __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
        found.letters |= (uint64_t)(uint32_t)_mm_movemask_epi8(letters) << at;
        found.digits |= (uint64_t)(uint32_t)_mm_movemask_epi8(digits) << at;
    }
    if (count < 64) {
        const uint64_t there = ((uint64_t)1 << count) - 1;
        found.letters &= there;
        found.digits &= there;
    }
    return found;
#else
    return cedifact_find_words_scalar(from, count);
#endif
}

/// Where a name has blanks, where a hyphen stands before a digit, and what is lower case or beyond ASCII, a bit each.
typedef struct {
    uint64_t blanks, tails, others;
} cedifact_name;

/// The scalar reference of `cedifact_find_name`.
static inline cedifact_name cedifact_find_name_scalar(const uint8_t *from, size_t count) {
    cedifact_name found = {0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        const uint64_t bit = (uint64_t)1 << i;
        if (from[i] == ' ') found.blanks |= bit;
        if (from[i] == '-' && i + 1 < count && (uint8_t)(from[i + 1] - '0') < 10) found.tails |= bit;
        if (from[i] >= 0x80 || (from[i] >= 'a' && from[i] <= 'z')) found.others |= bit;
    }
    return found;
}

/// The same of up to 64 bytes; sixteen bytes may be loaded from the start of fewer.
static inline cedifact_name cedifact_find_name(const uint8_t *from, size_t count) {
#if defined(__x86_64__)
    cedifact_name found = {0, 0, 0};
    uint64_t digits = 0;
    for (size_t i = 0; i < count; i += 16) {
        const size_t at = count < 16 ? 0 : i + 16 > count ? count - 16 : i;
        const __m128i v = _mm_loadu_si128((const __m128i *)(from + at));
        const __m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));
        const __m128i letter = _mm_sub_epi8(v, _mm_set1_epi8('a'));
        const __m128i lower = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
#define PLACES(x) ((uint64_t)(uint32_t)_mm_movemask_epi8(x) << at)
        found.blanks |= PLACES(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')));
        found.tails |= PLACES(_mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
        found.others |= PLACES(_mm_or_si128(v, lower));
        digits |= PLACES(_mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit));
#undef PLACES
    }
    const uint64_t there = count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0;
    found.blanks &= there;
    found.tails &= (digits & there) >> 1;
    found.others &= there;
    return found;
#else
    return cedifact_find_name_scalar(from, count);
#endif
}

/// Where a byte stands in up to 64 bytes, a bit each; sixteen bytes may be loaded from the start of fewer.
static inline uint64_t cedifact_find_byte(const uint8_t *from, size_t count, uint8_t byte) {
    uint64_t found = 0;
#if defined(__x86_64__)
    for (size_t i = 0; i < count; i += 16) {
        const size_t at = count < 16 ? 0 : i + 16 > count ? count - 16 : i;
        const __m128i v = _mm_loadu_si128((const __m128i *)(from + at));
        found |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)byte))) << at;
    }
    return count < 64 ? found & (((uint64_t)1 << count) - 1) : found;
#else
    for (size_t i = 0; i < count; i++) found |= (uint64_t)(from[i] == byte) << i;
    return found;
#endif
}

/// Makes nil (zeros) of `count` optional Swift texts that lie side by side, unless one of them lies elsewhere; then 0.
/// Without a branch for each.
static inline int cedifact_clear_texts(void *first, size_t count) {
    uint64_t elsewhere = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t object;
        __builtin_memcpy(&object, (const char *)first + 16 * i + 8, 8);
        elsewhere |= (object >> 61 ^ 7) & (0 - (uint64_t)(object != 0));
    }
    if (elsewhere) return 0;
    __builtin_memset(first, 0, 16 * count);
    return 1;
}

#endif
