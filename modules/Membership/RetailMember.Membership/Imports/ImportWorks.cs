using RetailMember.Membership.Imports.Work;

namespace RetailMember.Membership.Imports;

internal sealed class ImportWorks(IEnumerable<ImportWork> works)
{
    public ImportWork Of(ImportKind kind) => works.Single(w => w.Kind == kind);
}
