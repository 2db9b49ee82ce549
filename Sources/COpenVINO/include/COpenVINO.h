// SPDX-License-Identifier: Apache-2.0
//
// OpenVINO's C interface, found at run time: the library is opened by path, so that the program links and runs without it.
// Every function that can fail gives 0 for success and else writes one line into `error`.
#ifndef CERMAT_COPENVINO_H
#define CERMAT_COPENVINO_H

#include <stddef.h>
#include <stdint.h>

#define CERMAT_OV_ERROR_SIZE 512

typedef struct cermat_ov_runtime cermat_ov_runtime;
typedef struct cermat_ov_network cermat_ov_network;

/// Opens `library` (the path of libopenvino_c.so) and finds every function that is needed. Never closed.
int cermat_ov_open(const char *library, cermat_ov_runtime **runtime, char error[CERMAT_OV_ERROR_SIZE]);

/// Reads an ONNX model from memory and compiles it for the processor in 32-bit floats.
/// `shape` is the one input's [batch, channels, height, width]; `threads` is at least 1.
int cermat_ov_compile(const cermat_ov_runtime *runtime, const void *model, size_t length, const int64_t shape[4],
                      int threads, cermat_ov_network **network, char error[CERMAT_OV_ERROR_SIZE]);

/// The input's floats, `batch * channels * height * width` of them; they belong to the network.
float *cermat_ov_input(cermat_ov_network *network);

/// Computes the outputs from what stands in the input. One call at a time for a network.
int cermat_ov_infer(cermat_ov_network *network, char error[CERMAT_OV_ERROR_SIZE]);

/// The floats of a named output after `cermat_ov_infer`; they stay valid until the next call.
int cermat_ov_output(cermat_ov_network *network, const char *name, const float **values, size_t *count,
                     char error[CERMAT_OV_ERROR_SIZE]);

void cermat_ov_free(cermat_ov_network *network);

#endif
