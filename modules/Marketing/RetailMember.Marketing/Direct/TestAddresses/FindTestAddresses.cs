using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct.TestAddresses;

/// <summary>The addresses to which trials may go, masked, by the names of their owners.</summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class FindTestAddresses(MarketingDb db) : Query<FindTestAddresses.Input, FindTestAddresses.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = await db.TestAddresses.AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancel);
        return new Result([.. found.Select(TestAddressView.Of)]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<TestAddressView> TestAddresses);
}

/// <param name="TestAddress">Its key.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="MaskedAddress">With its middle left out.</param>
/// <param name="AddedAt">UTC.</param>
internal sealed record TestAddressView(
    Guid TestAddress, MessageChannel Channel, string Name, string MaskedAddress, string AddedBy, DateTime AddedAt)
{
    private const int Shown = 3;
    private const int ShownAtEnd = 4;

    public static TestAddressView Of(TestAddress a) => new(a.Id, a.Channel, a.Name, Mask(a), a.AddedBy, a.AddedAt);

    private static string Mask(TestAddress a) => a.Channel == MessageChannel.Mail
        ? a.Address[..1] + "***" + a.Address[a.Address.LastIndexOf('@')..]
        : a.Address[..Shown] + "****" + a.Address[^ShownAtEnd..];
}
