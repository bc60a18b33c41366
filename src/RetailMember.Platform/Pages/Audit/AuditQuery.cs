using System.Globalization;
using Microsoft.AspNetCore.Http;
using RetailMember.People;
using RetailMember.Platform.Audit;

namespace RetailMember.Platform.Pages.Audit;

/// <summary>The filters of the audit page. People choose days; the trail knows moments.</summary>
internal sealed record AuditQuery(
    string? UseCase, string? Caller, CallerKind? Kind, DateOnly? From, DateOnly? To, string? After)
{
    public bool IsFiltered => UseCase is not null || Caller is not null || Kind is not null || From is not null || To is not null;

    public static ValueTask<AuditQuery> BindAsync(HttpContext http) => ValueTask.FromResult(new AuditQuery(
        Text(http, "useCase"),
        Text(http, "caller")?.Trim(),
        Enum.TryParse<CallerKind>(Text(http, "kind"), ignoreCase: true, out var kind) ? kind : null,
        Day(http, "from"),
        Day(http, "to"),
        Text(http, "after")));

    /// <param name="zone">In which the days are meant; both are included.</param>
    public FindAudit.Input In(TimeZoneInfo zone) => new(
        UseCase,
        Caller,
        Kind,
        From is { } from ? Start(from, zone) : null,
        To is { } to ? Start(to.AddDays(1), zone) : null,
        After);

    private static DateTime Start(DateOnly day, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), zone);

    private static string? Text(HttpContext http, string name) =>
        http.Request.Query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;

    private static DateOnly? Day(HttpContext http, string name) =>
        DateOnly.TryParseExact(Text(http, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue
                ? day
                : null;
}
