// SPDX-License-Identifier: Apache-2.0
#include "COpenVINO.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The few types of the interface that cross the border (OpenVINO 2026.4, openvino/c/*.h); all others are opaque.
typedef struct {
    int64_t rank;
    int64_t *dims;
} shape_t;
typedef struct {
    int64_t min;
    int64_t max;
} dimension_t;
typedef struct {
    dimension_t rank;
    dimension_t *dims;
} partial_shape_t;
typedef struct {
    const char *key;
    const char *value;
} property_t;
enum { element_f32 = 4 };

struct cermat_ov_runtime {
    void *core;
    int (*core_create)(void **);
    int (*read_model)(const void *, const char *, size_t, const void *, void **);
    int (*reshape)(const void *, partial_shape_t);
    int (*compile)(const void *, const void *, const char *, size_t, const property_t *, void **);
    int (*create_request)(const void *, void **);
    int (*create_tensor)(int, shape_t, void **);
    int (*tensor_data)(const void *, void **);
    int (*tensor_size)(const void *, size_t *);
    int (*tensor_type)(const void *, int *);
    int (*set_input)(void *, size_t, const void *);
    int (*infer)(void *);
    int (*get_tensor)(const void *, const char *, void **);
    const char *(*last_message)(void);
    void (*free_model)(void *);
    void (*free_compiled)(void *);
    void (*free_request)(void *);
    void (*free_tensor)(void *);
};

struct cermat_ov_network {
    const cermat_ov_runtime *runtime;
    void *compiled;
    void *request;
    void *input;
    float *values;
};

/// Keeps one line of what the library says.
static int failed(const cermat_ov_runtime *runtime, const char *what, char *error) {
    const char *message = runtime->last_message ? runtime->last_message() : "";
    snprintf(error, CERMAT_OV_ERROR_SIZE, "%s: %s", what, message ? message : "");
    for (char *byte = error; *byte; byte++)
        if (*byte == '\n' || *byte == '\r') *byte = ' ';
    return 1;
}

int cermat_ov_open(const char *library, cermat_ov_runtime **result, char error[CERMAT_OV_ERROR_SIZE]) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        snprintf(error, CERMAT_OV_ERROR_SIZE, "%s", dlerror());
        return 1;
    }
    cermat_ov_runtime *runtime = calloc(1, sizeof *runtime);
    if (!runtime) {
        snprintf(error, CERMAT_OV_ERROR_SIZE, "no memory");
        return 1;
    }
    const struct {
        const char *name;
        void *place;
    } wanted[] = {
        {"ov_core_create", &runtime->core_create},
        {"ov_core_read_model_from_memory_buffer", &runtime->read_model},
        {"ov_model_reshape_single_input", &runtime->reshape},
        {"ov_core_compile_model_props", &runtime->compile},
        {"ov_compiled_model_create_infer_request", &runtime->create_request},
        {"ov_tensor_create", &runtime->create_tensor},
        {"ov_tensor_data", &runtime->tensor_data},
        {"ov_tensor_get_size", &runtime->tensor_size},
        {"ov_tensor_get_element_type", &runtime->tensor_type},
        {"ov_infer_request_set_input_tensor_by_index", &runtime->set_input},
        {"ov_infer_request_infer", &runtime->infer},
        {"ov_infer_request_get_tensor", &runtime->get_tensor},
        {"ov_get_last_err_msg", &runtime->last_message},
        {"ov_model_free", &runtime->free_model},
        {"ov_compiled_model_free", &runtime->free_compiled},
        {"ov_infer_request_free", &runtime->free_request},
        {"ov_tensor_free", &runtime->free_tensor},
    };
    for (size_t index = 0; index < sizeof wanted / sizeof wanted[0]; index++) {
        void *symbol = dlsym(handle, wanted[index].name);
        if (!symbol) {
            snprintf(error, CERMAT_OV_ERROR_SIZE, "the library has no %s", wanted[index].name);
            free(runtime);
            return 1;
        }
        memcpy(wanted[index].place, &symbol, sizeof symbol);
    }
    if (runtime->core_create(&runtime->core) != 0) {
        failed(runtime, "start", error);
        free(runtime);
        return 1;
    }
    *result = runtime;
    return 0;
}

int cermat_ov_compile(const cermat_ov_runtime *runtime, const void *model, size_t length, const int64_t shape[4],
                      int threads, cermat_ov_network **result, char error[CERMAT_OV_ERROR_SIZE]) {
    void *graph = NULL;
    if (runtime->read_model(runtime->core, model, length, NULL, &graph) != 0) return failed(runtime, "read", error);
    dimension_t dimensions[4];
    int64_t lengths[4];
    for (int index = 0; index < 4; index++) {
        dimensions[index] = (dimension_t){shape[index], shape[index]};
        lengths[index] = shape[index];
    }
    if (runtime->reshape(graph, (partial_shape_t){{4, 4}, dimensions}) != 0) {
        failed(runtime, "reshape", error);
        runtime->free_model(graph);
        return 1;
    }
    cermat_ov_network *network = calloc(1, sizeof *network);
    if (!network) {
        runtime->free_model(graph);
        snprintf(error, CERMAT_OV_ERROR_SIZE, "no memory");
        return 1;
    }
    network->runtime = runtime;
    char count[16];
    snprintf(count, sizeof count, "%d", threads);
    // f32 on every processor, so that a template made here means the same elsewhere; unpinned, since other work shares
    // the processors.
    const property_t properties[] = {
        {"INFERENCE_PRECISION_HINT", "f32"},
        {"INFERENCE_NUM_THREADS", count},
        {"NUM_STREAMS", "1"},
        {"ENABLE_CPU_PINNING", "NO"},
    };
    const char *step = "compile";
    void *data = NULL;
    int code = runtime->compile(runtime->core, graph, "CPU", sizeof properties / sizeof properties[0], properties,
                                &network->compiled);
    runtime->free_model(graph);
    if (code == 0) step = "request", code = runtime->create_request(network->compiled, &network->request);
    if (code == 0) step = "input", code = runtime->create_tensor(element_f32, (shape_t){4, lengths}, &network->input);
    if (code == 0) code = runtime->tensor_data(network->input, &data);
    if (code == 0) code = runtime->set_input(network->request, 0, network->input);
    if (code != 0) {
        failed(runtime, step, error);
        cermat_ov_free(network);
        return 1;
    }
    network->values = data;
    *result = network;
    return 0;
}

float *cermat_ov_input(cermat_ov_network *network) { return network->values; }

int cermat_ov_infer(cermat_ov_network *network, char error[CERMAT_OV_ERROR_SIZE]) {
    if (network->runtime->infer(network->request) != 0) return failed(network->runtime, "infer", error);
    return 0;
}

int cermat_ov_output(cermat_ov_network *network, const char *name, const float **values, size_t *count,
                     char error[CERMAT_OV_ERROR_SIZE]) {
    const cermat_ov_runtime *runtime = network->runtime;
    void *tensor = NULL, *data = NULL;
    int type = 0;
    if (runtime->get_tensor(network->request, name, &tensor) != 0) return failed(runtime, name, error);
    int code = runtime->tensor_type(tensor, &type);
    if (code == 0) code = runtime->tensor_size(tensor, count);
    if (code == 0) code = runtime->tensor_data(tensor, &data);
    // The request keeps the memory; only this handle to it ends.
    runtime->free_tensor(tensor);
    if (code != 0) return failed(runtime, name, error);
    if (type != element_f32) {
        snprintf(error, CERMAT_OV_ERROR_SIZE, "output %s is not of 32-bit floats", name);
        return 1;
    }
    *values = data;
    return 0;
}

void cermat_ov_free(cermat_ov_network *network) {
    if (!network) return;
    const cermat_ov_runtime *runtime = network->runtime;
    if (network->request) runtime->free_request(network->request);
    if (network->input) runtime->free_tensor(network->input);
    if (network->compiled) runtime->free_compiled(network->compiled);
    free(network);
}
