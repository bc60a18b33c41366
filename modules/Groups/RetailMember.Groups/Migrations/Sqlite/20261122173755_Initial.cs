using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Groups.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "groups_group",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    formed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_kind",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_kind", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_move",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    proof_seen = table.Column<bool>(type: "INTEGER", nullable: false),
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seated_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_seat",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    joined_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
        }
    }
}
