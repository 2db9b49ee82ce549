// SPDX-License-Identifier: Apache-2.0
#include "CEdifactScan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The tag of a segment: three letters or digits, blanks behind them tolerated (`UNG +`).
__attribute__((noinline, cold)) static uint32_t tag_of(const uint8_t *text, size_t length) {
    while (length > 3 && text[length - 1] == ' ') length--;
    if (length != 3) return 0;
    uint32_t tag = 0;
    for (int i = 0; i < 3; i++) {
        uint8_t byte = text[i];
        if (byte >= 'a' && byte <= 'z') byte -= 32;
        if (!((byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9'))) return 0;
        tag = tag << 8 | byte;
    }
    return tag;
}

/// The scalar reference: which of the 64 bytes from `block` on mean something, one by one.
static uint64_t marks_scalar(const cedifact_scanner *s, size_t block) {
    size_t count = s->end - block;
    if (count > 64) count = 64;
    uint64_t marks = 0;
    for (size_t i = 0; i < count; i++) {
        if (s->class_of[s->base[block + i]]) marks |= (uint64_t)1 << i;
    }
    return marks;
}

/// Longer segments are looked through for an interchange that they may have swallowed.
#define USUAL_LENGTH 400u
#define TAG(a, b, c) ((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (c))

/// Why a segment with this tag deserves a second look.
static inline uint32_t attention_of(uint32_t tag) {
    if (tag == 0) return CEDIFACT_UNUSUAL | CEDIFACT_TROUBLED;
    if (tag >> 8 != TAG(0, 'U', 'N')) return 0;
    const int unusual = tag == TAG('U', 'N', 'A') || tag == TAG('U', 'N', 'B') || tag == TAG('U', 'N', 'Z');
    return unusual ? CEDIFACT_SERVICE | CEDIFACT_UNUSUAL : CEDIFACT_SERVICE;
}

#if defined(__x86_64__)
#include "blocks_x86.h"

#define SHORT_NAME short_avx2
#define SHORT_TARGET __attribute__((target("avx2,bmi,bmi2")))
#define SHORT_BLOCK block_avx2
#include "short_segments.h"
#undef SHORT_NAME
#undef SHORT_TARGET
#undef SHORT_BLOCK

#define SHORT_NAME short_avx512
#define SHORT_TARGET __attribute__((target("avx512f,avx512bw,bmi,bmi2")))
#define SHORT_BLOCK block_avx512
#include "short_segments.h"
#undef SHORT_NAME
#undef SHORT_TARGET
#undef SHORT_BLOCK

#define NEXT_NAME next_avx2
#define NEXT_TARGET __attribute__((target("avx2,bmi,bmi2")))
#define NEXT_MARKS marks_avx2
#include "segment_body.h"
#undef NEXT_NAME
#undef NEXT_TARGET
#undef NEXT_MARKS

#define NEXT_NAME next_sse2
#define NEXT_TARGET
#define NEXT_MARKS marks_sse2
#include "segment_body.h"
#undef NEXT_NAME
#undef NEXT_TARGET
#undef NEXT_MARKS
#endif

#define NEXT_NAME next_scalar
#define NEXT_TARGET
#define NEXT_MARKS marks_scalar
#include "segment_body.h"

int32_t cedifact_best_level(void) {
#if defined(__x86_64__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2"))
        return CEDIFACT_SSE2;
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") ? CEDIFACT_AVX512 : CEDIFACT_AVX2;
#else
    return CEDIFACT_SCALAR;
#endif
}

void cedifact_begin(cedifact_scanner *s, const uint8_t *base, size_t count, int32_t level) {
    memset(s, 0, sizeof *s);
    s->base = base;
    s->end = count;
    const int32_t best = cedifact_best_level();
    s->level = level > best ? best : level;
    cedifact_restart(s, 0, ':', '+', '?', '\'');
}

void cedifact_restart(
    cedifact_scanner *s, size_t position, uint8_t component, uint8_t element, uint8_t release, uint8_t terminator) {
    const int is_same = s->component == component && s->element == element && s->release == release
        && s->terminator == terminator && s->class_of[terminator] == 3;
    if (!is_same) {
        s->component = component;
        s->element = element;
        s->release = release;
        s->terminator = terminator;
        s->release_or_nul = release > 0x20 ? release : 0;
        for (int i = 0; i < 256; i++) s->class_of[i] = i < 0x20 ? 5 : 0;
        if (release > 0x20) s->class_of[release] = 4;
        s->class_of[component] = 1;
        s->class_of[element] = 2;
        s->class_of[terminator] = 3;
    }
    s->position = position;
    s->block = SIZE_MAX;
    s->marks = 0;
}

/// Copies the segment to its scratch without releases and line breaks and cuts it again.
static void unfold(const cedifact_scanner *s, cedifact_segment *g) {
    const uint8_t *from = s->base + g->start;
    const uint8_t *class_of = s->class_of;
    size_t length = g->end - g->start;
    if (!(g->flags & (CEDIFACT_UNTERMINATED | CEDIFACT_TOO_LONG))) length--;
    uint32_t n = 0, elements = 1, to = 0;
    uint32_t *at = g->at, *first = g->first;
    at[0] = 0;
    first[0] = 0;
    for (size_t i = 0; i < length; i++) {
        const uint8_t k = class_of[from[i]];
        if (k == 5) continue;
        if (k == 4) {
            size_t j = i + 1;
            while (j < length && class_of[from[j]] == 5) j++;
            if (j < length) {
                g->scratch[to++] = from[j];
                i = j;
                continue;
            }
            g->flags |= CEDIFACT_DANGLING_RELEASE;
        }
        g->scratch[to++] = from[i];
        if ((k == 1 || k == 2) && n < CEDIFACT_MAX_COMPONENTS) {
            n++;
            at[n] = to;
            first[elements] = n;
            elements += k - 1u;
        }
    }
    at[n + 1] = to + 1;
    first[elements] = n + 1;
    g->text = g->scratch;
    g->elements = elements;
    g->components = n + 1;
}

/// Segments at the end of the input are read from the scratch, so that a few bytes behind a value may be loaded.
static void copy_to_scratch(cedifact_segment *g) {
    memcpy(g->scratch, g->text, g->end - g->start);
    g->text = g->scratch;
}

size_t cedifact_next(cedifact_scanner *s, cedifact_segment *g, cedifact_view *views) {
    int found;
#if defined(__x86_64__)
    if (s->level >= CEDIFACT_AVX2) {
        const size_t count = s->level == CEDIFACT_AVX512 ? short_avx512(s, views) : short_avx2(s, views);
        if (count) return count;
        found = next_avx2(s, g);
    } else if (s->level == CEDIFACT_SSE2) found = next_sse2(s, g);
    else found = next_scalar(s, g);
#else
    found = next_scalar(s, g);
#endif
    if (!found) return 0;
    if (g->flags & (CEDIFACT_RELEASED | CEDIFACT_CONTROL)) unfold(s, g);
    else if (s->end - g->end < CEDIFACT_SLACK) copy_to_scratch(g);
    g->length = g->at[g->components] - 1;
    const uint8_t *t = g->text;
    // Three upper-case letters, as nearly always.
    const int plain = g->at[1] == 4 && (unsigned)t[0] - 'A' < 26u && (unsigned)t[1] - 'A' < 26u && (unsigned)t[2] - 'A' < 26u;
    g->tag = plain ? TAG(t[0], t[1], t[2]) : tag_of(t, g->at[1] - 1);
    const uint32_t unusual = CEDIFACT_CONTROL | CEDIFACT_TOO_LONG | CEDIFACT_UNTERMINATED;
    const uint32_t troubled = CEDIFACT_TOO_LONG | CEDIFACT_TOO_MANY | CEDIFACT_DANGLING_RELEASE;
    uint32_t attention = attention_of(g->tag);
    if (g->end - g->start >= USUAL_LENGTH || g->flags & unusual) attention |= CEDIFACT_UNUSUAL;
    if (g->flags & troubled) attention |= CEDIFACT_TROUBLED;
    *views = (cedifact_view){
        .text = g->text, .start = g->start, .end = g->end, .length = g->length, .tag = g->tag, .flags = g->flags,
        .elements = g->elements, .attention = attention};
    return 1;
}

size_t cedifact_raw_offset(const cedifact_scanner *s, const cedifact_view *g, size_t offset) {
    if (!(g->flags & (CEDIFACT_RELEASED | CEDIFACT_CONTROL))) return g->start + offset;
    size_t seen = 0;
    for (size_t i = g->start; i < g->end; i++) {
        const uint8_t k = s->class_of[s->base[i]];
        if (k == 5) continue;
        size_t j = i;
        if (k == 4) {
            j = i + 1;
            while (j < g->end && s->class_of[s->base[j]] == 5) j++;
            if (j >= g->end) j = i;
        }
        if (seen == offset) return j;
        seen++;
        i = j;
    }
    return g->end;
}
