using FluentValidation;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Definitions;

/// <summary>Drafts a definition, or changes the draft of that code. What is active changes no more.</summary>
[Needs(RedemptionPermissions.EditVouchers)]
internal sealed class EditVoucherDefinition(DefinitionEditor editor) : UseCase<EditVoucherDefinition.Input, DefinitionView>
{
    protected override Task<DefinitionView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        editor.WriteAsync(input, call, cancel);

    /// <param name="Definition">Its code.</param>
    internal sealed record Input(string Definition, VoucherTerms Terms) : IInput<DefinitionView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Definition).IsCode();
            RuleFor(i => i.Terms).SetValidator(new VoucherTermsRules());
        }
    }
}
