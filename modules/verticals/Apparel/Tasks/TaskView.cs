using RetailMember.Apparel.Data;

namespace RetailMember.Apparel.Tasks;

/// <summary>A task as staff sees it.</summary>
/// <param name="StoreCode">On whose list it stands; null: the operations centre's.</param>
/// <param name="DueOn">Last business day on which it is in time.</param>
/// <param name="Overdue">It is open, and that day is past.</param>
internal sealed record TaskView(
    Guid Task, string MemberNo, string Service, LocalName Name, string? StoreCode, DateOnly RaisedOn, DateOnly DueOn,
        bool Overdue,
    TaskState State, string? Wish, string? Note, string? DoneBy, DateOnly? DoneOn)
{
    public static TaskView Of(CareTask row, string memberNo, string? storeCode, DateOnly today) => new(
        row.Id, memberNo, row.Service, new LocalName(row.NameZh, row.NameEn), storeCode, row.RaisedOn, row.DueOn,
        row.State == TaskState.Open && row.DueOn < today, row.State, row.Wish, row.Note, row.DoneBy, row.DoneOn);
}
