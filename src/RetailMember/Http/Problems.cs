using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Refusals as RFC 9457 problem documents: a stable code, a text in the caller's language, the facts.</summary>
public static class Problems
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.SignInNeeded => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status409Conflict,
    };

    public static IResult Of(Refusal refusal, HttpContext http) => Of(StatusOf(refusal.Kind), refusal, http);

    public static IResult Of(int status, Refusal refusal, HttpContext http) =>
        Of(status, refusal, http.RequestServices.GetRequiredService<ITexts>());

    public static IResult Of(int status, Refusal refusal, ITexts texts)
    {
        var problem = new Dictionary<string, object?>
        {
            ["type"] = "/problems/" + refusal.Code,
            ["title"] = texts.Format("refusal." + refusal.Code, refusal.Facts),
            ["status"] = status,
            ["code"] = refusal.Code,
        };
        if (refusal.Facts.Count > 0) problem["facts"] = refusal.Facts.ToDictionary(f => f.Name, f => f.Value);
        if (refusal.Fields.Count > 0)
            problem["errors"] = refusal.Fields.Select(f => new
            {
                f.Field,
                f.Code,
                Message = texts.Format("refusal." + f.Code, f.Facts),
            }).ToList();
        return Results.Json(problem, Options, "application/problem+json", status);
    }

    private static readonly JsonSerializerOptions Options = new(Json.Options) { DictionaryKeyPolicy = null };
}
