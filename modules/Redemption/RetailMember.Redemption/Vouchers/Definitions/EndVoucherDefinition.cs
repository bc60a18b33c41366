using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>Stops a definition: no more vouchers are issued by it. Those that members hold stay good.</summary>
[Needs(RedemptionPermissions.EditVouchers)]
internal sealed class EndVoucherDefinition(DefinitionShelf shelf) : UseCase<EndVoucherDefinition.Input, DefinitionView>
{
    protected override async Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var definition = await shelf.FindAsync(input.Definition, cancel);
        if (definition.State == VoucherDefinitionState.Ended)
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", input.Definition));
        (definition.State, definition.EditedBy, definition.EditedAt) =
            (VoucherDefinitionState.Ended, call.Caller.Name, call.At);
        return DefinitionView.Of(definition);
    }

    internal sealed record Input(string Definition) : IInput<DefinitionView>;
}
