using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Signatures;

/// <summary>Proposes a signature that the provider has registered for the brand, or one again that was withdrawn.</summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class ProposeSignature(MarketingDb db) : UseCase<ProposeSignature.Input, SignatureView>
{
    protected override async Task<SignatureView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var signature = await db.Signatures.SingleOrDefaultAsync(s => s.Name == input.Signature, cancel);
        if (signature is { State: not TemplateState.Withdrawn })
            throw new Refusal("marketing.signature-known", RefusalKind.Conflict, ("signature", input.Signature));
        if (signature is null)
        {
            signature = new Signature
            {
                Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Name = input.Signature, EditedBy = "",
            };
            db.Signatures.Add(signature);
        }

        (signature.State, signature.DecidedBy, signature.DecidedAt) = (TemplateState.Draft, null, null);
        (signature.EditedBy, signature.EditorId, signature.EditedAt) = (call.Caller.Name, call.Caller.Id, call.At);
        return SignatureView.Of(signature);
    }

    /// <param name="Signature">Without brackets.</param>
    internal sealed record Input(string Signature) : IInput<SignatureView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Signature).NotEmpty().MaximumLength(Signature.NameLength)
            .Matches(@"^[^\s【】]+$").WithErrorCode("marketing.signature-malformed");
    }
}

/// <summary>Approves a proposed signature. Not by who proposed it.</summary>
[Needs(MarketingRights.ApproveTemplates)]
internal sealed class ApproveSignature(SignatureShelf shelf) : UseCase<ApproveSignature.Input, SignatureView>
{
    protected override async Task<SignatureView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var signature = await shelf.LockAsync(input.Signature, cancel);
        if (signature.State != TemplateState.Draft) throw new Refusal("marketing.not-a-draft", RefusalKind.Conflict);
        Approval.RefuseOwn(signature.EditorId, signature.EditedBy, call);
        (signature.State, signature.DecidedBy, signature.DecidedAt) = (TemplateState.Approved, call.Caller.Name, call.At);
        return SignatureView.Of(signature);
    }

    internal sealed record Input(string Signature) : IInput<SignatureView>;
}

/// <summary>Nothing goes out under a signature any more.</summary>
[Needs(MarketingRights.ApproveTemplates)]
internal sealed class WithdrawSignature(SignatureShelf shelf) : UseCase<WithdrawSignature.Input, SignatureView>
{
    protected override async Task<SignatureView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var signature = await shelf.LockAsync(input.Signature, cancel);
        (signature.State, signature.DecidedBy, signature.DecidedAt) = (TemplateState.Withdrawn, call.Caller.Name, call.At);
        return SignatureView.Of(signature);
    }

    internal sealed record Input(string Signature) : IInput<SignatureView>;
}

/// <summary>Finds signatures to be changed by one at a time.</summary>
internal sealed class SignatureShelf(MarketingDb db, IRows rows)
{
    public async Task<Signature> LockAsync(string name, CancellationToken cancel)
    {
        Guid[] found = await db.Signatures.Where(s => s.Name == name).Select(s => s.Id).ToArrayAsync(cancel);
        if (found.Length == 0) throw new Refusal("marketing.signature-not-found", RefusalKind.NotFound, ("signature", name));
        await rows.LockAsync<Signature, Guid>(s => s.Id, found, cancel);
        return await db.Signatures.SingleAsync(s => s.Id == found[0], cancel);
    }
}
