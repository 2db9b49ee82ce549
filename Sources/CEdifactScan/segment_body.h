// SPDX-License-Identifier: Apache-2.0
// The body of one segment, compiled once a level: NEXT_NAME, NEXT_TARGET and NEXT_MARKS are given by the includer.

NEXT_TARGET
static int NEXT_NAME(cedifact_scanner *s, cedifact_segment *g) {
    const uint8_t *base = s->base;
    const size_t end = s->end;
    size_t p = s->position;
    const uint8_t *class_of = s->class_of;
    while (p < end) {
        uint8_t k = class_of[base[p]];
        if (k == 3 || k == 5 || (k == 0 && base[p] == ' ')) p++;
        else break;
    }
    if (p >= end) {
        s->position = end;
        return 0;
    }
    const size_t start = p;
    const size_t limit = end - start > CEDIFACT_MAX_SEGMENT ? start + CEDIFACT_MAX_SEGMENT : end;
    size_t block = s->block;
    uint64_t marks;
    uint32_t flags = 0;
    if (block <= start && start - block < 64) {
        marks = s->marks;
    } else {
        block = start;
        marks = NEXT_MARKS(s, block);
    }
    if (start > block) marks &= ~(uint64_t)0 << (start - block);
    uint32_t *at = g->at, *first = g->first;
    uint32_t n = 0, elements = 1;
    at[0] = 0;
    first[0] = 0;
    size_t skip = SIZE_MAX;
    size_t stop, next;
    for (;;) {
        while (marks) {
            const size_t q = block + (size_t)__builtin_ctzll(marks);
            marks &= marks - 1;
            if (q == skip) continue;
            const uint8_t k = class_of[base[q]];
            if (k <= 2) {
                if (n >= CEDIFACT_MAX_COMPONENTS) {
                    flags |= CEDIFACT_TOO_MANY;
                    continue;
                }
                n++;
                at[n] = (uint32_t)(q + 1 - start);
                first[elements] = n;
                elements += k - 1u;
            } else if (k == 3) {
                if (q >= limit) break;
                stop = q;
                next = q + 1;
                goto done;
            } else if (k == 4) {
                flags |= CEDIFACT_RELEASED;
                skip = q + 1;
                while (skip < end && class_of[base[skip]] == 5) skip++;
            } else {
                flags |= CEDIFACT_CONTROL;
            }
        }
        if (block + 64 >= limit || marks) {
            // The end of the input or of what a segment may hold.
            while (n > 0 && at[n] > limit - start) {
                if (first[elements - 1] == n) elements--;
                n--;
            }
            stop = limit;
            next = limit;
            flags |= limit == end ? CEDIFACT_UNTERMINATED : CEDIFACT_TOO_LONG;
            // Marks behind the limit were passed: the next segment loads its block anew.
            block = SIZE_MAX;
            break;
        }
        block += 64;
        marks = NEXT_MARKS(s, block);
    }
done:
    at[n + 1] = (uint32_t)(stop + 1 - start);
    first[elements] = n + 1;
    g->text = base + start;
    g->start = start;
    g->end = next;
    g->elements = elements;
    g->components = n + 1;
    g->flags = flags;
    s->position = next;
    s->block = block;
    s->marks = marks;
    return 1;
}
