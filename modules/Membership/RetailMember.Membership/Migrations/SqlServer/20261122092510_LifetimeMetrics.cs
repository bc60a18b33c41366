using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LifetimeMetrics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "lifetime_growth",
                table: "membership_member",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "lifetime_participation",
                table: "membership_member",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "lifetime_points_earned",
                table: "membership_member",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // What earlier versions had recorded; a receipt of nothing is no purchase any more.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE membership_member SET
                    lifetime_purchases = (SELECT COUNT(*) FROM membership_purchase p
                        WHERE p.member_id = membership_member.id AND p.paid_fen > 0 AND p.refunded_fen < p.paid_fen),
                    lifetime_growth = (SELECT COALESCE(SUM(p.growth - p.refunded_growth), 0) FROM membership_purchase p
                        WHERE p.member_id = membership_member.id),
                    lifetime_points_earned = (SELECT COALESCE(SUM(p.points - p.added_points - p.refunded_points), 0)
                        FROM membership_purchase p WHERE p.member_id = membership_member.id),
                    lifetime_participation = (SELECT COUNT(*) FROM membership_participation t
                        WHERE t.member_id = membership_member.id)');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "lifetime_growth",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "lifetime_participation",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "lifetime_points_earned",
                table: "membership_member");
        }
    }
}
