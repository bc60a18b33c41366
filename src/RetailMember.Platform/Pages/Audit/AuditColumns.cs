using RetailMember.Pages.Export;
using RetailMember.Platform.Audit;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Audit;

/// <summary>What an exported trail tells.</summary>
internal sealed class AuditColumns(ITexts texts, WorkNames names, ScopeNames scopes)
{
    public IReadOnlyList<ExportColumn<FindAudit.Item>> All =>
    [
        new(texts["platform.audit.when"], r => r.At),
        new(texts["platform.audit.who"], r => r.Caller),
        new(texts["platform.audit.kind"], r => texts["platform.caller." + r.CallerKind.ToString().ToLowerInvariant()]),
        new(texts["platform.audit.what"], r => names.OfUseCase(r.UseCase)),
        new(texts["platform.audit.where"], r => scopes[r.BrandId, r.StoreId]),
        new(texts["platform.audit.door"], r => texts["platform.channel." + r.Channel.ToString().ToLowerInvariant()]),
        new(texts["platform.audit.key"], r => r.Key),
        new(texts["platform.audit.input"], r => r.Input),
    ];
}
