import type { APIRoute } from "astro";
import { site } from "../site.ts";

/** Lets a browser install the site as an app (W3C Web Application Manifest). */
export const GET: APIRoute = () => {
  const { title, description, language, urls } = site;
  const icon = (src: string, sizes: string, purpose: string) => ({
    src: urls.asset(src),
    sizes,
    type: "image/png",
    purpose,
  });
  return new Response(
    JSON.stringify({
      id: urls.home(),
      name: title,
      short_name: title.slice(0, 12),
      description,
      lang: language,
      start_url: urls.home(),
      scope: urls.home(),
      display: "standalone",
      background_color: "#fbf9f6",
      theme_color: "#1d5e41",
      icons: [
        icon("icon-192.png", "192x192", "any"),
        icon("icon-512.png", "512x512", "any"),
        icon("icon-maskable-512.png", "512x512", "maskable"),
      ],
    }),
  );
};
