// SPDX-License-Identifier: Apache-2.0
// Segments of less than 64 bytes without releases and line breaks, as nearly all are: many in one go, compiled once a
// level. SHORT_NAME, SHORT_TARGET and SHORT_BLOCK are given by the includer.
//
// Each block of 64 bytes is looked at once. Its terminators follow each other in one word, so that no segment waits for
// the one before. The masks of a segment lie in the block it ends in and perhaps in the one before; as it is shorter
// than a block, the two are merged without overlap and turned so that its first byte comes first.

/// Reads short segments from the scanner's place on until one is not short, the batch is full, or after an UNZ.
SHORT_TARGET
static size_t SHORT_NAME(cedifact_scanner *s, cedifact_view *views) {
    size_t start = s->position;
    if (s->end < CEDIFACT_SLACK + 64) return 0;
    // Where a block may begin at most, with room behind it for what is loaded from its values.
    const size_t safe = s->end - (CEDIFACT_SLACK + 64);
    const uint8_t *base = s->base;
    size_t n = 0;
    block_masks before = {0};
    // Blocks are those of the cache: what stands before the first segment is left out of the first one.
    const size_t lead = start < 64 ? 0 : (uintptr_t)(base + start) & 63;
    uint64_t wanted = ~(uint64_t)0 << lead;
    for (size_t block = start - lead; block <= safe; block += 64) {
        __builtin_prefetch(base + block + 512);
        const block_masks m = SHORT_BLOCK(s, base + block);
        const uint64_t elements = m.elements | m.terminators, separators = elements | m.components;
        if (start + 63 < block) break;
        // What a segment that began in the block before left there.
        const uint64_t old = start < block ? ~(uint64_t)0 << (64 - (block - start)) : 0;
        uint64_t all = (before.components & old) | (separators & ~old);
        uint64_t firsts = (before.elements & old) | (elements & ~old), odd = (before.odd & old) | (m.odd & ~old);
        for (uint64_t left = m.terminators & wanted; left != 0; left = _blsr_u64(left)) {
            const size_t end = block + (size_t)_tzcnt_u64(left), length = end - start;
            if (length > 63) goto done;
            const unsigned turn = (unsigned)(start - block) & 63;
            const uint64_t upto = ~(uint64_t)0 >> (63 - length);
            if (turned(odd, turn) & (upto >> 1)) goto done;
            const uint8_t *from = base + start;
            uint32_t word;
            memcpy(&word, from, 4);
            const uint64_t places = turned(all, turn) & upto;
            // Three upper-case letters and a separator, as nearly always.
            const uint32_t low = word & 0x7F7F7F, letters = (low + 0x3F3F3F) & ~(low + 0x252525) & ~word & 0x808080;
            uint32_t tag = __builtin_bswap32(word) >> 8;
            if (letters != 0x808080 || (places & 15) != 8) {
                if (length == 0 || from[0] <= ' ') goto done;
                tag = tag_of(from, _tzcnt_u64(places));
            }
            cedifact_view *view = views + n++;
            view->text = from;
            view->start = start;
            view->end = end + 1;
            view->separators = places;
            view->element_separators = turned(firsts, turn) & upto;
            view->length = (uint32_t)length;
            view->tag = tag;
            view->flags = 0;
            view->elements = 0;
            view->attention = attention_of(tag);
            start = end + 1;
            // Behind an interchange others' separators may hold.
            if (n == CEDIFACT_BATCH || tag == TAG('U', 'N', 'Z')) goto done;
            all = separators;
            firsts = elements;
            odd = m.odd;
        }
        wanted = ~(uint64_t)0;
        before = (block_masks){.elements = elements, .components = separators, .odd = m.odd};
    }
done:
    s->position = start;
    return n;
}
