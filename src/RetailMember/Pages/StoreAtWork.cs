using Microsoft.AspNetCore.Http;
using RetailMember.Brands;

namespace RetailMember.Pages;

/// <summary>At which store somebody works: asked once, then remembered by the browser.</summary>
public static class StoreAtWork
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>The store that the address names or the browser remembers, if it is one of these; the only one anyway.</summary>
    public static Store? Of(HttpContext http, PageCall page, IReadOnlyList<Store> stores)
    {
        var cookie = "till-store-" + page.Context.RequiredBrand.Code;
        if (stores.Count == 1) return stores[0];
        if (http.Request.Query["store"] is [{ Length: > 0 } asked])
        {
            var store = stores.FirstOrDefault(s => s.Code == asked);
            if (store is not null) http.Response.Cookies.Append(cookie, store.Code, Options(http));
            return store;
        }

        return stores.FirstOrDefault(s => s.Code == http.Request.Cookies[cookie]);
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = Remembered,
    };
}
