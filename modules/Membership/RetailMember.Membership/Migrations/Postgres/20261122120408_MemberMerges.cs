using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MemberMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "membership_member",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_member_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duplicate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    undone_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_merged_row", x => new { x.merge_id, x.kind, x.row });
                });

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merged_into_id",
                table: "membership_member",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merge_duplicate_id",
                table: "membership_member_merge",
                column: "duplicate_id");

            migrationBuilder.CreateIndex(
                name: "IX_membership_member_merge_survivor_id_at",
                table: "membership_member_merge",
                columns: new[] { "survivor_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "membership_member_merge");

            migrationBuilder.DropTable(
                name: "membership_merged_row");

            migrationBuilder.DropIndex(
                name: "IX_membership_member_merged_into_id",
                table: "membership_member");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "membership_member");
        }
    }
}
