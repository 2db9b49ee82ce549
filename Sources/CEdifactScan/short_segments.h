// SPDX-License-Identifier: Apache-2.0
// Segments of less than 64 bytes without releases and line breaks, as nearly all are: many in one go, and
// without a branch that depends on where separators stand.

/// Reads short segments from the scanner's place on until one is not short, the batch is full, or after an UNZ.
__attribute__((target("avx2,bmi"))) static size_t short_segments(cedifact_scanner *s, cedifact_view *views) {
    size_t start = s->position;
    if (s->end < CEDIFACT_SLACK + 64) return 0;
    // Where a segment may begin at most: two blocks can be loaded from there.
    const size_t safe = s->end - (CEDIFACT_SLACK + 64);
    if (start > safe) return 0;
    const uint8_t *base = s->base;
    const __m256i terminator = _mm256_set1_epi8((char)s->terminator), element = _mm256_set1_epi8((char)s->element);
    const __m256i component = _mm256_set1_epi8((char)s->component), wide = _mm256_set1_epi8(0x60);
    const __m256i release = _mm256_set1_epi8((char)s->release_or_nul), control = _mm256_set1_epi8(0x1F);
    size_t n = 0;
#define BITS(x, y) ((uint64_t)(uint32_t)_mm256_movemask_epi8(x) | (uint64_t)(uint32_t)_mm256_movemask_epi8(y) << 32)
    while (n < CEDIFACT_BATCH && start <= safe) {
        const uint8_t *from = base + start;
        const __m256i a = _mm256_loadu_si256((const __m256i *)from);
        const __m256i b = _mm256_loadu_si256((const __m256i *)(from + 32));
        const uint64_t terminators = BITS(_mm256_cmpeq_epi8(a, terminator), _mm256_cmpeq_epi8(b, terminator));
        const uint64_t odd = BITS(
            _mm256_or_si256(_mm256_cmpeq_epi8(a, release), _mm256_cmpeq_epi8(_mm256_min_epu8(a, control), a)),
            _mm256_or_si256(_mm256_cmpeq_epi8(b, release), _mm256_cmpeq_epi8(_mm256_min_epu8(b, control), b)));
        // Up to and including the terminator.
        const uint64_t upto = _blsmsk_u64(terminators), last = _blsi_u64(terminators);
        if (terminators == 0 || (odd & upto & ~last) || from[0] <= ' ' || (terminators & 1)) break;
        const __m256i ea = _mm256_cmpeq_epi8(a, element), eb = _mm256_cmpeq_epi8(b, element);
        const __m256i ca = _mm256_cmpeq_epi8(a, component), cb = _mm256_cmpeq_epi8(b, component);
        const __m256i top = _mm256_max_epu8(a, b);
        const uint64_t elements = BITS(ea, eb), separators = ((BITS(ca, cb) | elements) & upto) | last;
        const size_t length = (size_t)_tzcnt_u64(terminators);
        cedifact_view *view = views + n++;
        view->text = from;
        view->start = start;
        view->end = start + length + 1;
        view->separators = separators;
        view->element_separators = (elements & upto) | last;
        view->length = (uint32_t)length;
        view->flags = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_max_epu8(top, wide), top)) ? CEDIFACT_WIDE : 0;
        view->elements = 0;
        uint32_t word;
        memcpy(&word, from, 4);
        // Three upper-case letters and a separator, as nearly always.
        const uint32_t low = word & 0x7F7F7F, letters = (low + 0x3F3F3F) & ~(low + 0x252525) & ~word & 0x808080;
        uint32_t tag;
        if (letters == 0x808080 && (separators & 15) == 8) tag = __builtin_bswap32(word) >> 8;
        else tag = tag_of(from, _tzcnt_u64(separators));
        view->tag = tag;
        view->usual = is_usual(tag);
        start = view->end;
        // Behind an interchange others' separators may hold.
        if (tag == TAG('U', 'N', 'Z')) break;
    }
#undef BITS
    s->position = start;
    return n;
}
