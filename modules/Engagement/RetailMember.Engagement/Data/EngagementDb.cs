using Microsoft.EntityFrameworkCore;
using RetailMember.Data;

namespace RetailMember.Engagement.Data;

/// <summary>The module's tables.</summary>
internal abstract class EngagementDb(ModuleDbOptions options) : ModuleDb("engagement", options)
{
    public const int CodeLength = 64;
    public const int ReasonLength = 200;

    public DbSet<MemberEvent> MemberEvents => Set<MemberEvent>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<SurveyEntry> SurveyEntries => Set<SurveyEntry>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TicketMessage> TicketMessages => Set<TicketMessage>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    protected override void Describe(ModelBuilder model)
    {
        DescribeEvents(model);
        DescribeSurveys(model);
        DescribeTickets(model);
        model.Entity<MergedRow>(row =>
        {
            row.HasKey(r => new { r.MergeId, r.Kind, r.Row });
            row.Property(r => r.Kind).HasConversion<short>();
        });
    }

    private static void DescribeTickets(ModelBuilder model)
    {
        model.Entity<Ticket>(ticket =>
        {
            ticket.Property(t => t.Id).ValueGeneratedNever();
            ticket.Property(t => t.Category).HasConversion<short>();
            ticket.Property(t => t.State).HasConversion<short>();
            ticket.Property(t => t.ReceiptNo).HasMaxLength(CodeLength);
            ticket.Property(t => t.Assignee).HasMaxLength(CodeLength);
            ticket.HasIndex(t => new { t.BrandId, t.State, t.DueAt });
            ticket.HasIndex(t => new { t.MemberId, t.OpenedOn });
        });
        model.Entity<TicketMessage>(message =>
        {
            message.HasKey(m => m.Id);
            message.HasSequenceKey();
            message.Property(m => m.Author).HasMaxLength(CodeLength);
            message.Property(m => m.Text).Unbounded();
            message.HasIndex(m => new { m.TicketId, m.Id });
        });
    }

    private static void DescribeSurveys(ModelBuilder model)
    {
        model.Entity<Survey>(survey =>
        {
            survey.Property(s => s.Id).ValueGeneratedNever();
            survey.Property(s => s.Code).HasMaxLength(CodeLength).Ordinal();
            survey.Property(s => s.State).HasConversion<short>();
            survey.Property(s => s.Terms).Unbounded();
            survey.Property(s => s.EditedBy).HasMaxLength(CodeLength);
            survey.HasIndex(s => new { s.BrandId, s.Code }).IsUnique();
        });
        model.Entity<SurveyEntry>(entry =>
        {
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Ignore(e => e.AwardKey);
            entry.HasIndex(e => new { e.SurveyId, e.MemberId }).IsUnique();
            entry.HasIndex(e => e.MemberId);
        });
        model.Entity<SurveyAnswer>(answer =>
        {
            answer.Property(a => a.Id).ValueGeneratedNever();
            answer.Property(a => a.Answers).Unbounded();
            answer.HasIndex(a => new { a.SurveyId, a.Id });
        });
    }

    private static void DescribeEvents(ModelBuilder model)
    {
        model.Entity<MemberEvent>(happening =>
        {
            happening.Property(e => e.Id).ValueGeneratedNever();
            happening.Property(e => e.Code).HasMaxLength(CodeLength).Ordinal();
            happening.Property(e => e.State).HasConversion<short>();
            happening.Property(e => e.Terms).Unbounded();
            happening.Property(e => e.EditedBy).HasMaxLength(CodeLength);
            happening.HasIndex(e => new { e.BrandId, e.Code }).IsUnique();
            happening.HasIndex(e => new { e.BrandId, e.StartsAt });
            happening.ToTable(t => t.HasCheckConstraint(
                "ck_engagement_member_event_seats",
                "taken >= 0 AND taken <= seats AND waiting >= 0 AND attended >= 0"));
        });
        model.Entity<SignUp>(signUp =>
        {
            signUp.Property(s => s.Id).ValueGeneratedNever();
            signUp.Property(s => s.State).HasConversion<short>();
            signUp.Property(s => s.MovedBy).HasMaxLength(CodeLength);
            signUp.Property(s => s.Reason).HasMaxLength(ReasonLength);
            signUp.Ignore(s => s.Party);
            signUp.Ignore(s => s.AwardKey);
            signUp.HasIndex(s => new { s.EventId, s.MemberId }).IsUnique();
            signUp.HasIndex(s => new { s.EventId, s.State, s.Place });
            signUp.HasIndex(s => s.MemberId);
            signUp.ToTable(t => t.HasCheckConstraint(
                "ck_engagement_sign_up_taken", "points_taken >= 0 AND points_taken <= points AND guests >= 0"));
        });
    }
}

internal sealed class EngagementSqliteDb(ModuleDbOptions? options = null)
    : EngagementDb(options ?? ModuleDbOptions.Sqlite);

internal sealed class EngagementPostgresDb(ModuleDbOptions? options = null)
    : EngagementDb(options ?? ModuleDbOptions.Postgres);

internal sealed class EngagementSqlServerDb(ModuleDbOptions? options = null)
    : EngagementDb(options ?? ModuleDbOptions.SqlServer);
