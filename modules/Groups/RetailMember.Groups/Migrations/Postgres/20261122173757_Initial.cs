using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Groups.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    formed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    terms = table.Column<string>(type: "text", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    edited_by = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
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
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    proof_seen = table.Column<bool>(type: "boolean", nullable: false),
                    merge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seated_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups_group_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "groups_group_seat",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joined_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
