using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.Marketing.Migrations.SqlServer
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    segment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    segment_number = table.Column<int>(type: "int", nullable: true),
                    template_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    editor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    approved_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    approved_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    members = table.Column<long>(type: "bigint", nullable: false),
                    spread = table.Column<long>(type: "bigint", nullable: false),
                    ended_for = table.Column<short>(type: "smallint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_campaign_member",
                columns: table => new
                {
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_campaign_member", x => new { x.campaign_id, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "marketing_early_receipt",
                columns: table => new
                {
                    gateway = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recipient_id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    has_arrived = table.Column<bool>(type: "bit", nullable: false),
                    reason = table.Column<short>(type: "smallint", nullable: true),
                    provider_reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    done_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    told_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_early_receipt", x => new { x.gateway, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    done_until = table.Column<DateOnly>(type: "date", nullable: true),
                    walked_to = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    journey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    occasion = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    refusal = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    voucher_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_decision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_version",
                columns: table => new
                {
                    journey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_version", x => new { x.journey_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "marketing_journey_wait",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    journey_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    cause = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_journey_wait", x => x.decision_id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    purpose = table.Column<string>(type: "nvarchar(96)", maxLength: 96, nullable: false, collation: "Latin1_General_100_BIN2"),
                    lane = table.Column<short>(type: "smallint", nullable: false),
                    template_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    values = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<short>(type: "smallint", nullable: true),
                    provider_reason = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    gateway = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    request_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    recipient_id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    parts = table.Column<int>(type: "int", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    ask_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    handed_over_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    done_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_message_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    purpose = table.Column<string>(type: "nvarchar(96)", maxLength: 96, nullable: false, collation: "Latin1_General_100_BIN2"),
                    lane = table.Column<short>(type: "smallint", nullable: false),
                    template_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    not_after = table.Column<DateTime>(type: "datetime2", nullable: true),
                    most_fen = table.Column<long>(type: "bigint", nullable: true),
                    meant_segment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    meant_segment_number = table.Column<int>(type: "int", nullable: true),
                    is_profiling = table.Column<bool>(type: "bit", nullable: false),
                    is_sensitive = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_message_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_message_package",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bought = table.Column<long>(type: "bigint", nullable: false),
                    free = table.Column<long>(type: "bigint", nullable: false),
                    price_fen = table.Column<long>(type: "bigint", nullable: false),
                    bought_on = table.Column<DateOnly>(type: "date", nullable: false),
                    used = table.Column<long>(type: "bigint", nullable: false),
                    entered_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_at = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    package_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    parts = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_package_use", x => new { x.batch_id, x.package_id });
                });

            migrationBuilder.CreateTable(
                name: "marketing_recipient",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    opted_out_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    opted_out_by = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_recipient", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_segment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_segment_version",
                columns: table => new
                {
                    segment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_segment_version", x => new { x.segment_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "marketing_signature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    editor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_signature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_template",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    revision = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    purpose = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    edited_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    editor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    edited_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    decided_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_template", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_test_address",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recipient_id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    added_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    added_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_test_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marketing_test_tally",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    sent = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_marketing_test_tally", x => new { x.brand_id, x.person_id, x.on });
                });

            migrationBuilder.CreateTable(
                name: "marketing_wechat_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    brand_id = table.Column<int>(type: "int", nullable: false),
                    member_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    app_id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    open_id = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recipient_id = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    linked_by = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    linked_at = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                unique: true,
                filter: "[batch_id] IS NOT NULL AND [member_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_marketing_message_batch_id_recipient_id",
                table: "marketing_message",
                columns: new[] { "batch_id", "recipient_id" },
                unique: true,
                filter: "[batch_id] IS NOT NULL AND [recipient_id] IS NOT NULL");

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
