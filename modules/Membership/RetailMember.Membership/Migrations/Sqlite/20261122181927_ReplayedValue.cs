using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReplayedValue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "points_change",
                table: "membership_programme_replay_member",
                newName: "value_change_fen");

            migrationBuilder.RenameIndex(
                name: "IX_membership_programme_replay_member_replay_id_points_change_member_id",
                table: "membership_programme_replay_member",
                newName: "IX_membership_programme_replay_member_replay_id_value_change_fen_member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "value_change_fen",
                table: "membership_programme_replay_member",
                newName: "points_change");

            migrationBuilder.RenameIndex(
                name: "IX_membership_programme_replay_member_replay_id_value_change_fen_member_id",
                table: "membership_programme_replay_member",
                newName: "IX_membership_programme_replay_member_replay_id_points_change_member_id");
        }
    }
}
