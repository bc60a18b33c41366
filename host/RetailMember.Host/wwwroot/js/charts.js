// Draws every element with a data-chart attribute (see Chart.razor). ECharts is large and loaded only where a chart is.
(() => {
  'use strict';
  const source = document.currentScript.dataset.echarts;
  const palette = ['#066fd1', '#2fb344', '#f59f00', '#ae3ec9', '#17a2b8', '#d63939', '#6574cd', '#74b816'];
  const drawn = new Map();
  let library;

  const write = {
    number: value => value.toLocaleString('en', { maximumFractionDigits: 2 }),
    yuan: value => '¥' + value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    percent: value => (value * 100).toLocaleString('en', { maximumFractionDigits: 1 }) + '%',
  };

  const chinese = document.documentElement.lang.startsWith('zh');

  // Axis labels have little room: 120000 is 12万 or 120K.
  const short = chinese
    ? value => Math.abs(value) >= 1e8 ? value / 1e8 + '亿' : Math.abs(value) >= 1e4 ? value / 1e4 + '万' : String(value)
    : value => Math.abs(value) >= 1e6 ? value / 1e6 + 'M' : Math.abs(value) >= 1e3 ? value / 1e3 + 'K' : String(value);

  const axisLabel = unit => unit === 'percent' ? write.percent : short;

  // A canvas cannot read the theme's variables: the browser resolves them on an element first.
  function colours() {
    const probe = document.body.appendChild(document.createElement('span'));
    const resolve = variable => {
      probe.style.color = `var(${variable})`;
      const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      pixel.fillStyle = getComputedStyle(probe).color;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
      return `rgba(${red},${green},${blue},${alpha / 255})`;
    };
    const theme = {
      text: resolve('--tblr-secondary'),
      strong: resolve('--tblr-body-color'),
      line: resolve('--tblr-border-color'),
      surface: resolve('--tblr-bg-surface'),
      font: getComputedStyle(document.body).fontFamily,
    };
    probe.remove();
    return theme;
  }

  function frame(theme) {
    return {
      color: palette,
      animationDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 400,
      textStyle: { fontFamily: theme.font, color: theme.text },
      // Drawn on the canvas: the content security policy allows no inline style.
      tooltip: {
        renderMode: 'richText', confine: true, backgroundColor: theme.surface, borderColor: theme.line,
        textStyle: { color: theme.strong, fontSize: 12 },
      },
    };
  }

  function doughnut(data, theme) {
    const [first] = data.series;
    return {
      ...frame(theme),
      tooltip: { ...frame(theme).tooltip, trigger: 'item', formatter: item => `${item.name}\n${write[first.unit](item.value)}  ${item.percent}%` },
      legend: { bottom: 0, icon: 'circle', textStyle: { color: theme.text } },
      series: [{
        type: 'pie', radius: ['52%', '76%'], center: ['50%', '45%'], padAngle: 2, itemStyle: { borderRadius: 4 },
        label: { show: false }, data: data.labels.map((name, i) => ({ name, value: first.values[i] ?? 0 })),
      }],
    };
  }

  const flat = data => data.kind === 'horizontalBar' || data.kind === 'stackedHorizontalBar';
  const stacked = data => data.kind === 'stackedBar' || data.kind === 'stackedHorizontalBar';

  function series(data, one) {
    const bars = (data.kind === 'bar' || flat(data) || stacked(data)) && !one.asLine;
    const line = { type: 'line', smooth: 0.25, smoothMonotone: 'x', showSymbol: data.labels.length < 3, symbolSize: 6, lineStyle: { width: 2.5 } };
    const bar = {
      type: 'bar', barMaxWidth: 28, stack: stacked(data) ? 'all' : undefined,
      itemStyle: { borderRadius: stacked(data) ? 0 : flat(data) ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    };
    return {
      ...(bars ? bar : line),
      name: one.name, data: one.values, yAxisIndex: one.onRight ? 1 : 0,
      areaStyle: data.kind === 'area' ? { opacity: 0.12 } : undefined,
      tooltip: { valueFormatter: value => value == null ? '–' : write[one.unit](value) },
    };
  }

  function axes(data, theme) {
    const right = data.series.find(one => one.onRight);
    const value = (unit, grid) => ({
      type: 'value', splitNumber: 4, minInterval: unit === 'number' ? 1 : undefined, axisLabel: { color: theme.text, formatter: axisLabel(unit) },
      splitLine: { show: grid, lineStyle: { color: theme.line } },
    });
    // Bars from left to right are things by name: each keeps its label, a long one on several lines.
    const widths = data.labels.map(name => Math.ceil(window.echarts.format.getTextRect(name, `12px ${theme.font}`).width) + 1);
    const label = flat(data)
      ? { interval: 0, width: Math.min(108, Math.max(...widths)), overflow: 'break', lineHeight: 14 }
      : { hideOverlap: true };
    const category = {
      type: 'category', data: data.labels, inverse: flat(data), axisTick: { show: false },
      axisLabel: { color: theme.text, ...label }, axisLine: { lineStyle: { color: theme.line } },
    };
    const values = [value(data.series[0].unit, true), ...(right ? [value(right.unit, false)] : [])];
    return flat(data) ? { xAxis: values, yAxis: category } : { xAxis: category, yAxis: values };
  }

  function cartesian(data, theme) {
    const legend = data.series.length > 1;
    return {
      ...frame(theme),
      ...axes(data, theme),
      tooltip: { ...frame(theme).tooltip, trigger: 'axis', axisPointer: { type: data.kind === 'line' || data.kind === 'area' ? 'line' : 'shadow' } },
      legend: legend ? { top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: theme.text } } : undefined,
      grid: { left: 4, right: 12, top: legend ? 36 : 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      series: data.series.map(one => series(data, one)),
    };
  }

  function draw(element) {
    const data = JSON.parse(element.dataset.chart);
    const chart = drawn.get(element)?.chart ?? window.echarts.init(element);
    drawn.set(element, { chart, json: element.dataset.chart });
    chart.setOption(data.kind === 'doughnut' ? doughnut(data, colours()) : cartesian(data, colours()), true);
    resizes.observe(element);
  }

  const resizes = new ResizeObserver(entries => entries.forEach(entry => drawn.get(entry.target)?.chart.resize()));

  function load() {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return library;
  }

  function forgetRemoved() {
    for (const [element, { chart }] of drawn) {
      if (element.isConnected) continue;
      resizes.unobserve(element);
      chart.dispose();
      drawn.delete(element);
    }
  }

  // A chart whose data has not changed is left alone: its tooltip may be open.
  async function drawNew() {
    forgetRemoved();
    const elements = [...document.querySelectorAll('[data-chart]')].filter(e => drawn.get(e)?.json !== e.dataset.chart);
    if (elements.length === 0) return;
    await load();
    elements.forEach(draw);
  }

  document.addEventListener('htmx:after:swap', drawNew);
  document.addEventListener('theme:changed', () => [...drawn.keys()].forEach(draw));
  drawNew();
})();
