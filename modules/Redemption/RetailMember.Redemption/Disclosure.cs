using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>Who of the staff saw a code last, and when.</summary>
/// <param name="At">UTC.</param>
internal sealed record Disclosure(string Operator, DateTime At)
{
    public static readonly string[] Columns = [nameof(IDisclosable.DisclosedBy), nameof(IDisclosable.DisclosedAt)];

    public static Disclosure? Of(IDisclosable holder) =>
        holder is { DisclosedBy: { } by, DisclosedAt: { } at } ? new Disclosure(by, at) : null;
}

/// <summary>How something is opened, as its history keeps it.</summary>
internal static class CodeWays
{
    public const string ByCode = "code";
    public const string Checked = "checked: ";
    public const string Disclosed = "disclosed: ";

    /// <summary>By its code: a code that staff saw before says by whom it was shown.</summary>
    public static string OfCode(IDisclosable holder) =>
        holder.DisclosedBy is { } by ? Disclosed + by : ByCode;

    /// <summary>Notes that staff are shown the code now.</summary>
    public static Task DiscloseAsync<T>(this IRows rows, T holder, CallContext call, CancellationToken cancel)
        where T : class, IDisclosable
    {
        (holder.DisclosedBy, holder.DisclosedAt) = (call.Caller.Name, call.At);
        return rows.UpdateAsync([holder], Disclosure.Columns, cancel);
    }
}
