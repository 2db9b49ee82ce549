// SPDX-License-Identifier: Apache-2.0
// What stands where in 64 bytes, by SSE2 (every x86-64), AVX2 and AVX-512.

/// The bytes of a block that mean something, a bit each.
typedef struct {
    uint64_t terminators, elements, components;
    /// Release and control characters.
    uint64_t odd;
} block_masks;

/// Sixteen bytes at a time, on every x86-64.
static inline uint64_t marks_sse2(const cedifact_scanner *s, size_t block) {
    if (s->end - block < 64) return marks_scalar(s, block);
    const __m128i component = _mm_set1_epi8((char)s->component), element = _mm_set1_epi8((char)s->element);
    const __m128i release = _mm_set1_epi8((char)s->release), terminator = _mm_set1_epi8((char)s->terminator);
    const __m128i control = _mm_set1_epi8(0x1F);
    const int released = s->class_of[s->release] == 4;
    uint64_t marks = 0;
    for (int i = 0; i < 4; i++) {
        const __m128i v = _mm_loadu_si128((const __m128i *)(s->base + block + 16 * i));
        __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(v, component), _mm_cmpeq_epi8(v, element));
        hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, terminator));
        if (released) hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v, release));
        hit = _mm_or_si128(hit, _mm_cmpeq_epi8(_mm_min_epu8(v, control), v));
        marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(hit) << (16 * i);
    }
    return marks;
}

/// Thirty-two bytes at a time.
__attribute__((target("avx2,bmi,bmi2"))) static inline block_masks block_avx2(
    const cedifact_scanner *s, const uint8_t *from) {
    const __m256i terminator = _mm256_set1_epi8((char)s->terminator), element = _mm256_set1_epi8((char)s->element);
    const __m256i component = _mm256_set1_epi8((char)s->component), control = _mm256_set1_epi8(0x1F);
    const __m256i release = _mm256_set1_epi8((char)s->release_or_nul);
    const __m256i a = _mm256_loadu_si256((const __m256i *)from);
    const __m256i b = _mm256_loadu_si256((const __m256i *)(from + 32));
#define BITS(x, y) ((uint64_t)(uint32_t)_mm256_movemask_epi8(x) | (uint64_t)(uint32_t)_mm256_movemask_epi8(y) << 32)
#define ODD(v) _mm256_or_si256(_mm256_cmpeq_epi8(v, release), _mm256_cmpeq_epi8(_mm256_min_epu8(v, control), v))
    return (block_masks){
        .terminators = BITS(_mm256_cmpeq_epi8(a, terminator), _mm256_cmpeq_epi8(b, terminator)),
        .elements = BITS(_mm256_cmpeq_epi8(a, element), _mm256_cmpeq_epi8(b, element)),
        .components = BITS(_mm256_cmpeq_epi8(a, component), _mm256_cmpeq_epi8(b, component)),
        .odd = BITS(ODD(a), ODD(b))};
#undef ODD
#undef BITS
}

/// The same as one mark for everything, for segments of any length.
__attribute__((target("avx2,bmi,bmi2"))) static inline uint64_t marks_avx2(const cedifact_scanner *s, size_t block) {
    if (s->end - block < 64) return marks_scalar(s, block);
    const block_masks m = block_avx2(s, s->base + block);
    return m.terminators | m.elements | m.components | m.odd;
}

/// All at once.
__attribute__((target("avx512f,avx512bw,bmi,bmi2"))) static inline block_masks block_avx512(
    const cedifact_scanner *s, const uint8_t *from) {
    const __m512i v = _mm512_loadu_si512(from);
    return (block_masks){
        .terminators = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)s->terminator)),
        .elements = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)s->element)),
        .components = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)s->component)),
        .odd = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)s->release_or_nul))
            | _mm512_cmple_epu8_mask(v, _mm512_set1_epi8(0x1F))};
}

/// Turned right, so that bit `by` comes first.
static inline uint64_t turned(uint64_t bits, unsigned by) { return bits >> by | bits << (-by & 63); }
