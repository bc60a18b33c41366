using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Host.Tests.Isolation;

/// <summary>One address of the host with the first brand's rows in it, in the name of a brand or of the chain.</summary>
/// <param name="Pattern">As the route table has it.</param>
/// <param name="Brand">Which brand the address names; null for the chain.</param>
/// <param name="NamesForeignRow">Whether a row that belongs to the first brand is part of the address.</param>
internal sealed record Attempt(
    string Method, string Pattern, string Address, string? Brand, bool NamesForeignRow, bool IsPage, bool TakesFile, UseCaseInfo? UseCase)
{
    /// <summary>What addresses name that belongs to no brand, and is the same for everybody.</summary>
    private static readonly Dictionary<string, string> Common = new()
    {
        ["jobs/name"] = "Membership.expire-points",
        ["settings/name"] = "Membership.AdjustmentLimit",
        ["modules/module"] = "Membership",
        ["plugins/module"] = "Membership",
        ["roles/code"] = "cashier",
        ["roles/role"] = "cashier",
        ["permissions/permission"] = "Platform.Stores.View",
        ["sessions/session"] = "0197815e-0000-7000-8000-000000000001",
        ["events/id"] = "1",
        ["events/eventId"] = "1",
        ["subscribers/subscriber"] = "Membership.StoreDayOfPurchases",
        ["export./format"] = "csv",
        ["members./format"] = "csv",
        ["reveal/field"] = "mobile",
        ["new/kind"] = "behaviour",
        ["rankings/year"] = "2025",
        ["rankings/quarter"] = "1",
        ["proposed-card-types/cardType"] = "dining-card",
        ["proposed-rewards/reward"] = "blood-pressure",
        ["proposed-benefits/benefit"] = "glucose-monthly",
        ["proposed-voucher-definitions/definition"] = "clothes-50",
    };

    /// <summary>
    /// Codes that every brand chooses for itself: PUT makes the own row, whatever another brand calls its, GET shows it and
    /// DELETE takes it away. That it is not the other brand's, the marker tells.
    /// </summary>
    private static readonly HashSet<string> MadeByPut =
    [
        "voucher-definitions/definition", "rewards/reward", "editions/edition", "campaigns/campaign", "kinds/kind", "events/event",
        "surveys/survey", "card-types/cardType", "sales-campaigns/campaign", "templates/template", "segments/segment",
        "message-campaigns/campaign", "journeys/journey",
    ];

    private static readonly string?[] ChainAlone = [null];

    public override string ToString() => $"{Method} {Pattern} as {Brand ?? "the chain"}";

    /// <summary>Every address of a module: those of a brand as the first one's and as the own, the rest as the chain's.</summary>
    public static IReadOnlyList<Attempt> Of(
        IEnumerable<RouteEndpoint> endpoints, IReadOnlyDictionary<string, string> ids, params string[] brands) =>
    [
        .. from endpoint in endpoints
           where endpoint.Metadata.GetMetadata<ModuleMark>() is not null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           from brand in endpoint.RoutePattern.GetParameter("brand") is null ? ChainAlone : brands
           select Of(endpoint, method, brand, ids),
    ];

    private static Attempt Of(RouteEndpoint endpoint, string method, string? brand, IReadOnlyDictionary<string, string> ids)
    {
        var (address, before, foreign) = ("", "", false);
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            address += "/";
            foreach (var part in segment.Parts)
            {
                if (part is not RoutePatternParameterPart parameter)
                {
                    before = part is RoutePatternLiteralPart literal ? literal.Content : before + ".";
                    address += part is RoutePatternLiteralPart ? before : ".";
                    continue;
                }

                var name = $"{before}/{parameter.Name}";
                foreign |= ids.ContainsKey(name) && !(method is "PUT" or "GET" or "DELETE" && MadeByPut.Contains(name));
                address += parameter.Name == "brand" ? brand : ids.GetValueOrDefault(name) ?? CommonValue(name, parameter);
            }
        }

        var isPage = endpoint.Metadata.GetMetadata<PageMark>() is not null;
        var takesFile = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") == true;
        return new Attempt(
            method, endpoint.RoutePattern.RawText!, address, brand, foreign, isPage, takesFile,
            endpoint.Metadata.GetMetadata<UseCaseInfo>());
    }

    // A part that is not known here would make the walk weaker without anybody's noticing.
    private static string CommonValue(string name, RoutePatternParameterPart parameter) =>
        Common.TryGetValue(name, out var value) ? value
        : parameter.Name == "index" ? "0"
        : throw new InvalidOperationException($"Say whose '{name}' is: a brand's row ({nameof(Neighbours)}) or nobody's.");
}
