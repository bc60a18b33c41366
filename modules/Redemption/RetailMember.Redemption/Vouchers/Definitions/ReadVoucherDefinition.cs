using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>One voucher definition with its terms.</summary>
[Needs(RedemptionPermissions.ViewVouchers)]
internal sealed class ReadVoucherDefinition(DefinitionShelf shelf) : Query<ReadVoucherDefinition.Input, DefinitionView>
{
    protected override async Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        DefinitionView.Of(await shelf.FindAsync(input.Definition, cancel));

    internal sealed record Input(string Definition) : IInput<DefinitionView>;
}
