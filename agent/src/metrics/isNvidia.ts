/** Whether a GPU's unique id is one that NVIDIA's driver gives, and CUDA knows it by. */
export function isNvidia(gpu: string | null): gpu is string {
  return gpu !== null && /^(GPU|MIG)-/.test(gpu);
}
