using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Groups.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "groups_group_move_ids");

            migrationBuilder.CreateTable(
                name: "groups_group",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    kind_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    holder_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    formed_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_kind",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    withdrawn = table.Column<bool>(type: "bit", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_kind", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    group_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    proof_seen = table.Column<bool>(type: "bit", nullable: false),
                    merge_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    seated_since = table.Column<DateTime>(type: "datetime2", nullable: true),
                    store_id = table.Column<int>(type: "int", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_seat",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    group_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    joined_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_seat", x => new { x.member_id, x.kind_id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_brand_id_id",
                table: "groups_group",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_kind_brand_id_code",
                table: "groups_group_kind",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_move_group_id_id",
                table: "groups_group_move",
                columns: new[] { "group_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_move_member_id",
                table: "groups_group_move",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_move_merge_id",
                table: "groups_group_move",
                column: "merge_id");

            migrationBuilder.CreateIndex(
                name: "IX_groups_group_seat_group_id",
                table: "groups_group_seat",
                column: "group_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "groups_group");

            migrationBuilder.DropTable(
                name: "groups_group_kind");

            migrationBuilder.DropTable(
                name: "groups_group_move");

            migrationBuilder.DropTable(
                name: "groups_group_seat");

            migrationBuilder.DropSequence(
                name: "groups_group_move_ids");
        }
    }
}
