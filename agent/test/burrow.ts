/** Commands of the shell that make folders in a folder, deeper than a path can reach, and write a file there. */
export const burrow = (top: string): string => `
  cd ${top}; name=$(printf '%0200d' 0)
  for each in $(seq 25); do mkdir $name && cd -P $name || exit 1; done
  echo deep > file`;
