using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Membership.Migrations.SqlServer
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "membership_member_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    duplicate_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    undone_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    undone_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    undone_for = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership_member_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership_merged_row",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    row = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    epoch = table.Column<int>(type: "int", nullable: true)
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
