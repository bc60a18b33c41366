using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Marketing.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "marketing_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    values = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<short>(type: "INTEGER", nullable: true),
                    provider_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ask_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handed_over_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_message_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    not_after = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_recipient",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    opted_out_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opted_out_by = table.Column<short>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_recipient", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    editor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_signature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    channel = table.Column<short>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    editor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_template", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_batch_id_member_id",
                table: "marketing_message",
                columns: new[] { "batch_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_batch_id_recipient_id",
                table: "marketing_message",
                columns: new[] { "batch_id", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_batch_id_state_due_at_id",
                table: "marketing_message",
                columns: new[] { "batch_id", "state", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_brand_id_ask_at",
                table: "marketing_message",
                columns: new[] { "brand_id", "ask_at" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_brand_id_id",
                table: "marketing_message",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_member_id",
                table: "marketing_message",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_recipient_id_handed_over_at",
                table: "marketing_message",
                columns: new[] { "recipient_id", "handed_over_at" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_request_id",
                table: "marketing_message",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_batch_brand_id_state_lane",
                table: "marketing_message_batch",
                columns: new[] { "brand_id", "state", "lane" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_signature_brand_id_name",
                table: "marketing_signature",
                columns: new[] { "brand_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_template_brand_id_code_revision",
                table: "marketing_template",
                columns: new[] { "brand_id", "code", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_template_brand_id_purpose_state",
                table: "marketing_template",
                columns: new[] { "brand_id", "purpose", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marketing_message");

            migrationBuilder.DropTable(
                name: "marketing_message_batch");

            migrationBuilder.DropTable(
                name: "marketing_recipient");

            migrationBuilder.DropTable(
                name: "marketing_signature");

            migrationBuilder.DropTable(
                name: "marketing_template");
        }
    }
}
