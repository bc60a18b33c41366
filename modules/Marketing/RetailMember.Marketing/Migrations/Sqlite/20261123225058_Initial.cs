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
                name: "marketing_campaign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    segment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    segment_number = table.Column<int>(type: "INTEGER", nullable: true),
                    template_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    editor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    members = table.Column<long>(type: "INTEGER", nullable: false),
                    spread = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_for = table.Column<short>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_campaign_member",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign_member", x => new { x.campaign_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "marketing_early_receipt",
                columns: table => new
                {
                    gateway = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    has_arrived = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<short>(type: "INTEGER", nullable: true),
                    provider_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_early_receipt", x => new { x.gateway, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    done_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    walked_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    journey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occasion = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<short>(type: "INTEGER", nullable: false),
                    refusal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    voucher_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_version",
                columns: table => new
                {
                    journey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_version", x => new { x.journey_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_wait",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    journey_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_wait", x => x.decision_id);
                });

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
                    gateway = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
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
                    most_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    meant_segment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    meant_segment_number = table.Column<int>(type: "INTEGER", nullable: true),
                    is_profiling = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_message_package",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    bought = table.Column<long>(type: "INTEGER", nullable: false),
                    free = table.Column<long>(type: "INTEGER", nullable: false),
                    price_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bought_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    used = table.Column<long>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message_package", x => x.id);
                    table.CheckConstraint("ck_marketing_message_package_used", "used >= 0 AND used <= bought + free");
                });

            migrationBuilder.CreateTable(
                name: "marketing_package_use",
                columns: table => new
                {
                    package_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    parts = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_package_use", x => new { x.batch_id, x.package_id });
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
                name: "marketing_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_segment_version",
                columns: table => new
                {
                    segment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment_version", x => new { x.segment_id, x.number });
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

            migrationBuilder.CreateTable(
                name: "marketing_test_address",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<short>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    added_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_test_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_test_tally",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sent = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_test_tally", x => new { x.brand_id, x.person_id, x.on });
                });

            migrationBuilder.CreateTable(
                name: "marketing_wechat_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    app_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    open_id = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    recipient_id = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    linked_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    linked_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_wechat_link", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_brand_id_code",
                table: "marketing_campaign",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_brand_id_state",
                table: "marketing_campaign",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_member_campaign_id_state",
                table: "marketing_campaign_member",
                columns: new[] { "campaign_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_campaign_member_member_id",
                table: "marketing_campaign_member",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_early_receipt_told_at",
                table: "marketing_early_receipt",
                column: "told_at");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_brand_id_code",
                table: "marketing_journey",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_brand_id_decided_on",
                table: "marketing_journey_decision",
                columns: new[] { "brand_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_brand_id_journey_id_outcome",
                table: "marketing_journey_decision",
                columns: new[] { "brand_id", "journey_id", "outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_decided_at_id",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "decided_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_decided_on",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_id",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_journey_id_member_id_occasion",
                table: "marketing_journey_decision",
                columns: new[] { "journey_id", "member_id", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_decision_member_id_decided_at",
                table: "marketing_journey_decision",
                columns: new[] { "member_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "IX_marketing_journey_wait_brand_id_due_at",
                table: "marketing_journey_wait",
                columns: new[] { "brand_id", "due_at" });

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
                name: "IX_marketing_message_package_brand_id_code",
                table: "marketing_message_package",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_package_use_package_id",
                table: "marketing_package_use",
                column: "package_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_segment_brand_id_code",
                table: "marketing_segment",
                columns: new[] { "brand_id", "code" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_marketing_test_address_brand_id_recipient_id",
                table: "marketing_test_address",
                columns: new[] { "brand_id", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_wechat_link_brand_id_app_id_member_id",
                table: "marketing_wechat_link",
                columns: new[] { "brand_id", "app_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_wechat_link_brand_id_app_id_recipient_id",
                table: "marketing_wechat_link",
                columns: new[] { "brand_id", "app_id", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_marketing_wechat_link_member_id",
                table: "marketing_wechat_link",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_wechat_link_recipient_id",
                table: "marketing_wechat_link",
                column: "recipient_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "marketing_campaign");

            migrationBuilder.DropTable(
                name: "marketing_campaign_member");

            migrationBuilder.DropTable(
                name: "marketing_early_receipt");

            migrationBuilder.DropTable(
                name: "marketing_journey");

            migrationBuilder.DropTable(
                name: "marketing_journey_decision");

            migrationBuilder.DropTable(
                name: "marketing_journey_version");

            migrationBuilder.DropTable(
                name: "marketing_journey_wait");

            migrationBuilder.DropTable(
                name: "marketing_message");

            migrationBuilder.DropTable(
                name: "marketing_message_batch");

            migrationBuilder.DropTable(
                name: "marketing_message_package");

            migrationBuilder.DropTable(
                name: "marketing_package_use");

            migrationBuilder.DropTable(
                name: "marketing_recipient");

            migrationBuilder.DropTable(
                name: "marketing_segment");

            migrationBuilder.DropTable(
                name: "marketing_segment_version");

            migrationBuilder.DropTable(
                name: "marketing_signature");

            migrationBuilder.DropTable(
                name: "marketing_template");

            migrationBuilder.DropTable(
                name: "marketing_test_address");

            migrationBuilder.DropTable(
                name: "marketing_test_tally");

            migrationBuilder.DropTable(
                name: "marketing_wechat_link");
        }
    }
}
