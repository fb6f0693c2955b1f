/** How the portal is lit: by the reader's system, or as they chose. */
export type Theme = 'system' | 'light' | 'dark';

/** All themes. */
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The cookie that keeps the choice, so that the server's first paint is right. */
export const themeCookie = 'pictor_theme';

/** Reads a theme from what a cookie holds; anything unknown is the system's. */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Lights the page and remembers the choice for a year. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.toggleAttribute('data-theme', theme !== 'system');
  if (theme !== 'system') document.documentElement.dataset.theme = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=31536000; samesite=lax`;
}
